/** The whole journal of one session, over HTTP, newest first, further back a page at a time. Moderators only. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Directory } from '../../machines/directory.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { me } from '../http/account.ts';
import type { JournalPage as Rows, ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { JOURNAL_KINDS, journalRows, narrows } from './journal-filter.ts';
import type { JournalFilter, JournalKind } from './journal-filter.ts';
import { JournalLines } from './journal-lines.tsx';
import { journalText } from './journal-text.ts';
import { ModeratorsOnly } from './moderators-only.tsx';
import { namesOf } from './names.ts';

export function JournalPage(): VNode {
  const { params, query } = useRoute();
  const amphitheatre = Number(params['amphitheatre']);
  const number = Number(params['session']);
  const signedIn = (me.value?.moderator ?? null) !== null;
  const listed = useAsked<readonly ListedAmphitheatre[]>(signedIn ? '/amphitheatres?all=1' : null);
  const here = listed.value?.find(({ id }) => id === amphitheatre);
  // A rehearsal is in no list of sessions: it is asked for by its own name.
  const rehearsal = 'blanc' in query ? Number(query['blanc']) : null;
  const session = rehearsal ?? here?.sessions.find(one => one.number === number)?.id;
  const name = rehearsal === null ? `session ${number}` : `amphi blanc ${number}`;
  const path = here === undefined ? null : `/amphitheatres/${here.id}/directory/${here.edition}`;
  const directory = useAsked<Directory>(path).value;
  const shown = rehearsal === null ? `session=${number}` : `blanc=${rehearsal}`;
  const back = `/salle/${amphitheatre}?${shown}`;
  return (
    <Page
      title={`Journal, ${name}`}
      subtitle={`Gestion · ${name}`}
      strip={rehearsal === null ? null : <RehearsalStrip />}
    >
      <h1>Journal, {name}</h1>
      <ModeratorsOnly
        back={`/salle/${amphitheatre}/journal/${number}${rehearsal === null ? '' : `?blanc=${rehearsal}`}`}
      >
        <div class="split">
          <p class="quiet">{here?.title}</p>
          <div class="row">
            <LinkButton kind="edge" icon="left" href={back}>
              Retour à la salle
            </LinkButton>
            <LinkButton kind="edge" icon="list" href={`/salle/${amphitheatre}/papier?${shown}`}>
              Papier
            </LinkButton>
          </div>
        </div>
        {listed.value !== null && session === undefined ? (
          <Empty icon="list" title="Cette session n’existe pas" />
        ) : session === undefined || directory === null ? (
          <Loading lines={10} />
        ) : (
          <Whole key={session} session={session} directory={directory} />
        )}
      </ModeratorsOnly>
    </Page>
  );
}

function Whole({ session, directory }: { readonly session: number; readonly directory: Directory }): VNode {
  const [filter, setFilter] = useState<JournalFilter>({ kind: 'acts', person: '' });
  const { rows, more, busy, trouble, further } = useJournal(session, filter.kind === 'all');
  const names = useMemo(() => namesOf(directory), [directory]);
  const shown = journalRows(rows, filter, names).filter(row => journalText(row, names) !== null);
  const narrow = narrows(filter);
  // A search reads on by itself: what it looks for may be further back than the first page.
  useEffect(() => {
    if (narrow && more && !busy && trouble === null) further();
  }, [narrow, more, busy, trouble, rows.length]);
  return (
    <Card title="Lignes">
      <div class="journal-filter">
        <SearchField
          label="Chercher une personne"
          placeholder="Nom, numéro…"
          value={filter.person}
          onInput={person => setFilter({ ...filter, person })}
        />
        <Select<JournalKind>
          label="Lignes à lire"
          choices={JOURNAL_KINDS}
          value={filter.kind}
          onChange={kind => setFilter({ ...filter, kind })}
        />
      </div>
      {trouble === null ? null : (
        <Alert kind="refused" title="Journal indisponible">
          {trouble}
        </Alert>
      )}
      {rows.length === 0 && !busy && trouble === null ? (
        <p class="quiet">Le journal commence avec la session.</p>
      ) : null}
      {narrow ? (
        <p class="quiet small" role="status">
          {plural(shown.length, 'ligne', 'lignes')}
          {more ? ', lecture en cours…' : ` sur ${rows.length}.`}
        </p>
      ) : null}
      <JournalLines rows={shown} names={names} evidence />
      {busy && rows.length === 0 ? <Loading lines={10} /> : null}
      {(more && !narrow) || trouble !== null ? (
        <Button kind="edge" icon="chevronDown" busy={busy} onClick={further}>
          {trouble === null ? 'Lignes plus anciennes' : 'Réessayer'}
        </Button>
      ) : null}
    </Card>
  );
}

interface Journal {
  readonly rows: readonly DeskRow[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly further: () => void;
}

/** Read so far; each page is asked for once, what is recorded never changes. */
function useJournal(session: number, presence: boolean): Journal {
  const [read, setRead] = useState<{ readonly rows: readonly DeskRow[]; readonly before: number | null }>({
    rows: [],
    before: null,
  });
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ask = async (
    before: number | null,
    kept: readonly DeskRow[],
    signal?: AbortSignal,
  ): Promise<void> => {
    setBusy(true);
    const query = `${presence ? 'presence=1&' : ''}${before === null ? '' : `before=${before}`}`;
    const answer = await call<Rows>(`/desk/sessions/${session}/journal?${query}`, {
      ...(signal && { signal }),
    });
    if (signal?.aborted === true) return;
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind === 'ok') setRead({ rows: [...kept, ...answer.value.rows], before: answer.value.before });
  };
  useEffect(() => {
    const leaving = new AbortController();
    setRead({ rows: [], before: null });
    void ask(null, [], leaving.signal);
    return () => leaving.abort();
  }, [session, presence]);
  return {
    ...read,
    more: read.before !== null,
    busy,
    trouble,
    further: () => void ask(read.before, read.rows),
  };
}
