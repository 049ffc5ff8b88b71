/** The assignments that are printed: all that the question finds, not the page that is shown. Asked for when they are wanted. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AssignmentPage } from '../http/answers.ts';
import { call } from '../http/call.ts';
import { drawnAtOnce } from '../ui/use-printing.ts';
import { assignmentsPath, MOST_PRINTED } from './assignments-asked.ts';
import type { AssignmentQuestion } from './assignments-asked.ts';

/** @returns what is on its way to the printer, null on the screen; and what fetches it: where nothing comes, the page is printed as it is. */
export function useWholeOnPaper(
  question: AssignmentQuestion,
): readonly [AssignmentPage | null, () => Promise<void>] {
  const [whole, setWhole] = useState<AssignmentPage | null>(null);
  const path = assignmentsPath({ ...question, page: 1 }, MOST_PRINTED);
  useEffect(() => {
    const over = (): void => setWhole(null);
    window.addEventListener('afterprint', over);
    return () => window.removeEventListener('afterprint', over);
  }, []);
  const fetchWhole = useCallback(async () => {
    const answer = await call<AssignmentPage>(path);
    if (answer.kind === 'ok') drawnAtOnce(() => setWhole(answer.value));
  }, [path]);
  return [whole, fetchWhole];
}
