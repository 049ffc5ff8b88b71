/** What a mailed link opens: asked of the server as the page opens, which uses nothing up. */
import { useEffect, useState } from 'preact/hooks';
import type {
  EmailChange,
  InvitedModerator,
  MandateInvitation,
  ResettingAccount,
  SigningUp,
} from '../http/answers.ts';
import { call } from '../http/call.ts';
import type { Answer } from '../http/call.ts';

/** By the address that is asked. */
interface OfLink {
  readonly '/email-change/link': EmailChange;
  readonly '/invitation/link': InvitedModerator;
  readonly '/mandate/invitation': MandateInvitation;
  readonly '/password/link': ResettingAccount;
  readonly '/sign-up/link': SigningUp;
}

/** @returns the answer of `POST path`, null until it is there. */
export function useLookedLink<Path extends keyof OfLink>(
  path: Path,
  token: string,
): Answer<OfLink[Path]> | null {
  const [answer, setAnswer] = useState<Answer<OfLink[Path]> | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void call<OfLink[Path]>(path, { method: 'POST', body: { token }, signal: leaving.signal }).then(looked =>
      leaving.signal.aborted ? undefined : setAnswer(looked),
    );
    return () => leaving.abort();
  }, [path, token]);
  return answer;
}
