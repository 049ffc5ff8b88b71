/** The last choice that was not recorded: the reason, that nothing is recorded, and that my time goes on. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Alert } from '../ui/alert.tsx';
import { announce } from '../ui/live-regions.tsx';
import { isRecorded, outcomeText, outcomeTitle, spokenOutcome } from './outcome-text.ts';
import { refusalNames } from './model.ts';
import { useRoom } from './room-context.ts';

export function OutcomeNote(): VNode | null {
  const { life, live, standing } = useRoom();
  const outcome = life.outcome.value;
  const moment = standing.value?.moment.kind;
  const myTurn = moment === 'myTurn';
  const text = outcome && outcomeText(outcome, refusalNames(live.directory.value), myTurn);
  useEffect(() => {
    if (outcome !== null && text !== null) announce('alert', spokenOutcome(outcome, text));
    // Said once, when it comes: that the turn ends meanwhile is said elsewhere.
  }, [outcome]);
  // What has been recorded after all says more than the answer before it.
  if (outcome === null || text === null || moment === 'chosen') return null;
  return (
    <Alert kind={isRecorded(outcome) ? 'told' : 'refused'} title={outcomeTitle(outcome)}>
      <p>{text}</p>
    </Alert>
  );
}
