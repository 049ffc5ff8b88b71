/** «/inscription»: the six fields, then the e-mail; behind the mailed link (`#`), what is known and the rest (M §2). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useFragment } from '../documents/use-fragment.ts';
import { Contact } from '../pages/contact.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { begunBefore, keepBegun } from './begun-sign-up.ts';
import type { BegunSignUp } from './begun-sign-up.ts';
import { FinishSignUp } from './finish-sign-up.tsx';
import { SignUpEmail } from './sign-up-email.tsx';
import { SixFields } from './six-fields.tsx';
import { WholeLink } from './link-over.tsx';

const STEPS = ['Qui vous êtes', 'Votre adresse e-mail', 'Votre compte'] as const;

export function SignUpPage(): VNode {
  const token = useFragment();
  const [begun, setBegun] = useState(begunBefore);
  const step = token !== '' ? 2 : begun === null ? 0 : 1;
  const saidBeside = step === 1 && typeof begun?.sentTo === 'string'; // the mail that left says whom to call
  const goTo = (now: BegunSignUp | null): void => {
    keepBegun(now);
    setBegun(now);
  };
  return (
    <Page narrow title="Inscription">
      <h1>Inscription</h1>
      <p class="quiet">
        Étape {step + 1} sur {STEPS.length}&nbsp;: <b>{STEPS[step]}</b>
      </p>
      {token !== '' ? (
        <WholeLink token={token}>
          <FinishSignUp key={token} token={token} />
        </WholeLink>
      ) : begun === null ? (
        <SixFields onMatch={matched => goTo({ matched, sentTo: null })} />
      ) : (
        <SignUpEmail {...begun} onSent={sentTo => goTo({ ...begun, sentTo })} onAgain={() => goTo(null)} />
      )}
      {saidBeside ? null : (
        <Card title="Une difficulté ?">
          <Contact />
        </Card>
      )}
    </Page>
  );
}
