/** The list of «À affecter», searched where it is long, and drawn a part at a time. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { leftFound } from './left.ts';
import { LeftList } from './left-list.tsx';
import type { LeftListProps } from './left-list.tsx';

/** Fewer are seen at once. */
const SEARCHED_FROM = 8;
const SHOWN = 50;

export function FoundLeft({ left, people, onAsk }: LeftListProps): VNode {
  const [words, setWords] = useState('');
  const [most, setMost] = useState(SHOWN);
  const searches = people.length >= SEARCHED_FROM;
  const found = searches ? leftFound(people, words) : people;
  return (
    <>
      {searches ? (
        <div class="stack left-search">
          <SearchField
            label="Chercher une personne à affecter"
            placeholder="Nom, numéro, DES"
            value={words}
            onInput={value => {
              setWords(value);
              setMost(SHOWN);
            }}
          />
          <p class="quiet small" role="status">
            {plural(found.length, 'interne', 'internes')} sur {people.length}.
          </p>
        </div>
      ) : null}
      {found.length === 0 ? (
        <Empty icon="search" title="Personne ne correspond">
          <Button kind="edge" onClick={() => setWords('')}>
            Voir toute la liste
          </Button>
        </Empty>
      ) : (
        <LeftList left={left} people={found.slice(0, most)} onAsk={onAsk} />
      )}
      {found.length > most ? (
        <p class="left-search">
          <Button kind="bare" icon="chevronDown" onClick={() => setMost(most + SHOWN)}>
            Voir la suite ({found.length - most})
          </Button>
        </p>
      ) : null}
    </>
  );
}
