/** Where what was asked for cannot be had, or is old: what happened, and asking again; what was read last stays below. */
import type { VNode } from 'preact';
import type { Asked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';

interface TroubleProps {
  readonly asked: Pick<Asked<unknown>, 'value' | 'again'> & {
    /** As the API's answer says it, or in words. */
    readonly trouble: Asked<unknown>['trouble'] | string;
  };
  /** Over it while there is nothing to read, and where there is what was read last. */
  readonly titles?: readonly [none: string, old: string];
}

const OF_LISTS = ['Liste indisponible', 'Liste qui n’est plus à jour'] as const;

export function Trouble({ asked: { trouble, value, again }, titles = OF_LISTS }: TroubleProps): VNode | null {
  if (trouble === null) return null;
  return (
    <Alert
      kind="refused"
      title={value === null ? titles[0] : titles[1]}
      acts={<Button onClick={again}>Réessayer</Button>}
    >
      <p>{typeof trouble === 'string' ? trouble : textOf(trouble)}</p>
    </Alert>
  );
}
