/** The second step of a moderator's signing in: shown in the place of the password's form until it is done or given up. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me, SecondFactorAsked } from '../http/answers.ts';
import { call } from '../http/call.ts';
import { Button } from '../ui/button.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { VerifyStep } from './verify-step.tsx';
import './second-factor.css';

interface SecondStepProps {
  readonly asked: SecondFactorAsked['secondFactor'];
  readonly onDone: (signedIn: Partial<Me>) => void;
  /** @param text why, where the server ended it; null: given up. */
  readonly onLeave: (text: string | null) => void;
}

export function SecondStep({ asked, onDone, onLeave }: SecondStepProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [enrolled, setEnrolled] = useState(false);
  const leave = (): void => {
    void call('/login/second', { method: 'DELETE' });
    onLeave(null);
  };
  const enrols = asked.kind === 'enrol';
  return (
    <div class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {enrols ? 'Protéger votre compte' : 'Deuxième étape'}
      </h2>
      {enrols ? (
        <p class="quiet">
          Un compte de gestion demande un second facteur à chaque connexion. Choisissez le vôtre maintenant.
        </p>
      ) : null}
      {enrols ? (
        <EnrolStep
          onEnrolled={() => setEnrolled(true)}
          onDone={({ signedIn }) => onDone(signedIn ?? {})}
          onEnded={onLeave}
        />
      ) : (
        <VerifyStep ways={asked.ways} onDone={onDone} onEnded={onLeave} />
      )}
      {enrolled ? null : (
        <Button kind="bare" icon="left" onClick={leave}>
          Revenir au mot de passe
        </Button>
      )}
    </div>
  );
}
