/** What came of one act for each session: those that had not answered in time are asked after until they have. */
import { useCallback, useState } from 'preact/hooks';
import type { SessionOutcome } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import { learned } from './learned.ts';
import { useLeaving } from './use-leaving.ts';

interface Outcomes {
  /** Null until the first answer. */
  readonly outcomes: readonly SessionOutcome[] | null;
  readonly set: (outcomes: readonly SessionOutcome[]) => void;
}

export function useOutcomes(): Outcomes {
  const [outcomes, setOutcomes] = useState<readonly SessionOutcome[] | null>(null);
  const leaving = useLeaving();
  const set = useCallback(
    (all: readonly SessionOutcome[]): void => {
      setOutcomes(all);
      const hear = async (request: number): Promise<void> => {
        const answer = await learned(request, leaving);
        if (answer === null) return;
        const now: Partial<SessionOutcome> =
          answer.kind === 'ok'
            ? { outcome: 'done', detail: null }
            : { outcome: 'refused', detail: textOf(answer) };
        setOutcomes(
          before => before?.map(one => (one.request === request ? { ...one, ...now } : one)) ?? null,
        );
      };
      for (const { request } of all) if (request !== null) void hear(request);
    },
    [leaving],
  );
  return { outcomes, set };
}
