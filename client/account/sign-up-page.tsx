/** «/inscription»: the six fields, then the e-mail; behind the mailed link (`#`), what is known and the rest (M §2). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useFragment } from '../documents/use-fragment.ts';
import { Contact } from '../pages/contact.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { FinishSignUp } from './finish-sign-up.tsx';
import { SignUpEmail } from './sign-up-email.tsx';
import { SixFields } from './six-fields.tsx';
import { WholeLink } from './link-over.tsx';

const STEPS = ['Qui vous êtes', 'Votre adresse e-mail', 'Votre compte'] as const;

export function SignUpPage(): VNode {
  const token = useFragment();
  const [matched, setMatched] = useState<string | null>(null);
  const step = token !== '' ? 2 : matched === null ? 0 : 1;
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
      ) : matched === null ? (
        <SixFields onMatch={setMatched} />
      ) : (
        <SignUpEmail matched={matched} onAgain={() => setMatched(null)} />
      )}
      <Card title="Une difficulté ?">
        <Contact />
      </Card>
    </Page>
  );
}
