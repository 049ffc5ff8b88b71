/** «/attestation#…»: whoever holds a certificate learns whether its code is genuine and still valid. Public, never the post. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CheckedCertificate } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { dayAndYear, semesterName } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import '../public-pages/print.css';
import { grouped, isWhole } from './typed-code.ts';
import { useFragment } from './use-fragment.ts';

export function CheckCertificate(): VNode {
  const inAddress = grouped(useFragment());
  const [typed, setTyped] = useState(inAddress);
  const [tried, setTried] = useState(false);
  useEffect(() => setTyped(inAddress), [inAddress]);
  return (
    <Page narrow title="Vérifier une attestation">
      <h1>Vérifier une attestation</h1>
      <Card>
        <form
          class="stack"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            setTried(true);
            if (isWhole(typed)) location.hash = grouped(typed);
          }}
        >
          <Field
            label="Code de l’attestation"
            hint="Vingt lettres et chiffres, en quatre groupes, sous le titre « Vérifier cette attestation »."
            autoComplete="off"
            maxLength={60}
            value={typed}
            fault={
              tried && !isWhole(typed) ? 'Le code compte vingt lettres et chiffres\u00a0: vérifiez-le.' : null
            }
            onInput={event => setTyped(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" icon="search">
              Vérifier
            </Button>
          </div>
        </form>
      </Card>
      {isWhole(inAddress) ? <Outcome key={inAddress} code={inAddress} /> : null}
      <Card title="Une question ?">
        <Contact />
      </Card>
    </Page>
  );
}

function Outcome({ code }: { readonly code: string }): VNode {
  const [answer, setAnswer] = useState<Answer<CheckedCertificate> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setAnswer(null);
    const ask = async (): Promise<void> => {
      const checked = await call<CheckedCertificate>('/certificate-check', {
        method: 'POST',
        body: { code },
        signal: leaving.signal,
      });
      if (leaving.signal.aborted) return;
      setAnswer(checked);
      announce('status', checked.kind === 'ok' ? WORDS[checked.value.kind] : textOf(checked));
    };
    void ask();
    return () => leaving.abort();
  }, [code, turn]);
  return (
    <div>
      {answer === null ? <Loading lines={4} /> : null}
      {answer === null || answer.kind === 'ok' ? null : (
        <Alert
          kind="refused"
          title="Vérification impossible pour l’instant"
          acts={<Button onClick={() => setTurn(last => last + 1)}>Réessayer</Button>}
        >
          <p>{textOf(answer)}</p>
        </Alert>
      )}
      {answer?.kind === 'ok' ? <Verdict checked={answer.value} /> : null}
    </div>
  );
}

const WORDS = {
  genuine: 'Attestation authentique et valable.',
  obsolete: 'Cette attestation n’est plus valable.',
  unknown: 'Ce code n’est pas celui d’une attestation.',
} as const satisfies Record<CheckedCertificate['kind'], string>;

function Verdict({ checked }: { readonly checked: CheckedCertificate }): VNode {
  switch (checked.kind) {
    case 'genuine':
      return (
        <div class="stack">
          <Alert kind="done" title={WORDS.genuine}>
            <p>Comparez ces lignes avec le document que vous avez reçu.</p>
          </Alert>
          <Card>
            <Facts
              ruled
              rows={[
                ['Interne', `${checked.firstName} ${checked.name}`],
                ['Semestre', semesterName(checked.semester)],
                ['Service', checked.service],
                ['Établissement', `${checked.establishment}, ${checked.city}`],
                ['Choix enregistré', dayAndYear(checked.at)],
              ]}
            />
          </Card>
        </div>
      );
    case 'obsolete':
      return (
        <Alert kind="attention" title={WORDS.obsolete}>
          <p>
            Établie le {dayAndYear(checked.madeAt)}, elle portait sur un choix corrigé ou retiré depuis.
            Demandez l’attestation actuelle à la personne qui vous l’a remise.
          </p>
        </Alert>
      );
    case 'unknown':
      return (
        <Alert kind="refused" title={WORDS.unknown}>
          <p>Vérifiez chaque groupe du code. S’il est bien recopié, le document n’est pas authentique.</p>
        </Alert>
      );
    default:
      return checked satisfies never;
  }
}
