/** The whole journal of one session, over HTTP, newest first, further back a page at a time. Moderators only. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import type { Directory } from '../../machines/directory.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { me } from '../http/account.ts';
import type { JournalPage as Rows, ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { JournalLines } from './journal-lines.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import { namesOf } from './names.ts';

export function JournalPage(): VNode {
  const { params } = useRoute();
  const amphitheatre = Number(params['amphitheatre']);
  const number = Number(params['session']);
  const signedIn = (me.value?.moderator ?? null) !== null;
  const listed = useAsked<readonly ListedAmphitheatre[]>(signedIn ? '/amphitheatres?all=1' : null);
  const here = listed.value?.find(({ id }) => id === amphitheatre);
  const session = here?.sessions.find(one => one.number === number);
  const path = here === undefined ? null : `/amphitheatres/${here.id}/directory/${here.edition}`;
  const directory = useAsked<Directory>(path).value;
  const back = `/salle/${amphitheatre}?session=${number}`;
  return (
    <Page title={`Journal, session ${number}`} subtitle={`Gestion · Session ${number}`}>
      <h1>Journal de la session {number}</h1>
      <ModeratorsOnly back={`/salle/${amphitheatre}/journal/${number}`}>
        <div class="row">
          <LinkButton kind="edge" icon="left" href={back}>
            Retour à la salle
          </LinkButton>
          <span class="quiet">{here?.title}</span>
        </div>
        {listed.value !== null && session === undefined ? (
          <Empty icon="list" title="Cette session n’existe pas" />
        ) : session === undefined || directory === null ? (
          <Loading lines={10} />
        ) : (
          <Whole key={session.id} session={session.id} directory={directory} />
        )}
      </ModeratorsOnly>
    </Page>
  );
}

type Kind = 'acts' | 'all';

function Whole({ session, directory }: { readonly session: number; readonly directory: Directory }): VNode {
  const [kind, setKind] = useState<Kind>('acts');
  const { rows, more, busy, trouble, further } = useJournal(session, kind === 'all');
  return (
    <Card
      title="Lignes"
      aside={
        <Segmented<Kind>
          label="Lignes à lire"
          choices={[
            ['acts', 'Sans les connexions'],
            ['all', 'Tout'],
          ]}
          value={kind}
          onChange={setKind}
        />
      }
    >
      {trouble === null ? null : (
        <Alert kind="refused" title="Journal indisponible">
          {trouble}
        </Alert>
      )}
      {rows.length === 0 && !busy && trouble === null ? (
        <p class="quiet">Le journal commence avec la session.</p>
      ) : null}
      <JournalLines rows={rows} names={namesOf(directory)} />
      {busy && rows.length === 0 ? <Loading lines={10} /> : null}
      {more || trouble !== null ? (
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
