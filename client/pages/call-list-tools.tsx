/** Above a call list: searching it, and the leaps to one's own line and to who chooses. */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import { useInAddress } from '../public-pages/in-address.ts';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { ListReader } from './call-list-frame.tsx';
import { useLedTo } from './led-to.ts';

export interface Reading extends ListReader {
  readonly search: (words: string) => void;
  /** The whole list again, at this call order. */
  readonly lead: (callOrder: number) => void;
}

/** @param amphitheatre whose list is read: the line is mine where I am, or hold a mandate, in it. */
export function useReading(amphitheatre: number): Reading {
  const [asked, search] = useInAddress('recherche');
  const [led, lead] = useLedTo();
  const own = [me.value?.intern, me.value?.mandatary].find(one => one?.amphitheatre === amphitheatre);
  return {
    asked,
    search,
    led,
    mine: own?.callOrder ?? null,
    lead: callOrder => {
      search('');
      lead(callOrder);
    },
  };
}

interface ListToolsProps {
  readonly reading: Reading;
  readonly placeholder: string;
  /** The call order of who is called. */
  readonly called: number | null;
}

export const ListTools = ({
  reading: { asked, search, mine, lead },
  placeholder,
  called,
}: ListToolsProps): VNode => (
  <div class="call-list-tools">
    <SearchField label="Chercher dans la liste" placeholder={placeholder} value={asked} onInput={search} />
    {called === null ? null : (
      <Button kind="edge" icon="hourglass" onClick={() => lead(called)}>
        Qui choisit
      </Button>
    )}
    {mine === null ? null : (
      <Button kind="edge" icon="user" onClick={() => lead(mine)}>
        Aller à ma ligne
      </Button>
    )}
    {asked.trim() === '' ? null : <p class="print-only">Recherche&nbsp;: {asked.trim()}</p>}
  </div>
);
