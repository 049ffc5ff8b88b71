/** «/internes»: somebody on the telephone, found by name, INE or e-mail; and the accounts that are to be confirmed soon. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me } from '../http/account.ts';
import type { FoundPerson } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { ToConfirmCard } from './to-confirm-card.tsx';

export function FilesPage(): VNode {
  const [words, setWords] = useState('');
  const settled = useSettled(words).trim();
  const signedIn = (me.value?.moderator ?? null) !== null;
  const asked = useAsked<readonly FoundPerson[]>(
    signedIn && settled !== '' ? `/desk/people?q=${encodeURIComponent(settled)}` : null,
  );
  return (
    <Page title="Internes" subtitle="Gestion">
      <h1>Internes</h1>
      <ModeratorsOnly back="/internes">
        <SearchField
          label="Chercher un interne"
          placeholder="Nom, prénom, INE, e-mail…"
          value={words}
          onInput={setWords}
        />
        <Trouble asked={asked} />
        {asked.value?.length === 0 ? (
          <Empty icon="search" title="Personne ne correspond à cette recherche">
            <p>Sur la liste du semestre en cours. Essayez l’INE, ou le nom de naissance.</p>
          </Empty>
        ) : null}
        {asked.value === null || asked.value.length === 0 ? null : (
          <Card title="Internes trouvés">
            <ul class="stack">
              {asked.value.map(found => (
                <li key={found.person}>
                  <a href={`/internes/${found.person}`}>{fullName(found)}</a>, {found.specialty}
                  {found.callOrder === null ? '' : ` · n°\u00a0${callOrderText(found.callOrder)}`}
                  {found.hasAccount ? '' : ' · sans compte'}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <ToConfirmCard />
      </ModeratorsOnly>
    </Page>
  );
}
