/** «/internes/…»: one person's file: who, which rank, which account, and what may be done about it. */
import type { VNode } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me } from '../http/account.ts';
import type { PersonFile } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { actWords } from './act-words.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { actsOfFile, wordsOfAct } from './file-acts.ts';
import type { FileAct } from './file-acts.ts';
import { FileDialog } from './file-dialog.tsx';
import { accountRows, moment, placeRows, rankRows, whoRows } from './file-rows.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SecretCard } from './secret-card.tsx';

type Open = FileAct | 'correct' | 'merge' | null;

export function FilePage(): VNode {
  const { params } = useRoute();
  const { route } = useLocation();
  const person = params['person'] ?? '';
  const signedIn = (me.value?.moderator ?? null) !== null;
  const asked = useAsked<PersonFile>(signedIn ? `/desk/people/${person}/file` : null);
  const { value: file, trouble, again } = asked;
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const done = (): void => {
    close();
    again();
  };
  return (
    <Page title="Fiche d’un interne" subtitle="Gestion">
      <h1>{file === null ? 'Fiche d’un interne' : fullName(file)}</h1>
      <ModeratorsOnly back={`/internes/${person}`}>
        {file === null && trouble === null ? <Loading lines={8} /> : null}
        <Trouble asked={asked} titles={['Fiche indisponible', 'Fiche qui n’est plus à jour']} />
        {file === null ? null : <Shown file={file} onOpen={setOpen} />}
      </ModeratorsOnly>
      {file === null || open === null ? null : open === 'correct' ? (
        <CorrectDialog file={file} onClose={close} onDone={done} />
      ) : open === 'merge' ? (
        <MergeDialog
          file={file}
          onClose={close}
          onDone={into => {
            close();
            route(`/internes/${into}`, true);
          }}
        />
      ) : (
        <FileDialog file={file} act={open} onClose={close} onDone={done} />
      )}
    </Page>
  );
}

function Shown({
  file,
  onOpen,
}: {
  readonly file: PersonFile;
  readonly onOpen: (open: Open) => void;
}): VNode {
  return (
    <>
      <p class="quiet">Chaque lecture d’une fiche est enregistrée à votre nom.</p>
      <Card
        title="Identité"
        aside={
          <Button kind="edge" onClick={() => onOpen('correct')}>
            Corriger…
          </Button>
        }
      >
        <Facts rows={whoRows(file)} ruled />
        <div>
          <Button kind="bare" onClick={() => onOpen('merge')}>
            Cette fiche est un double…
          </Button>
        </div>
      </Card>
      <Card title="Compte">
        <Facts rows={accountRows(file)} ruled />
        <div class="row">
          {actsOfFile(file).map(act => (
            <Button key={act} kind={act === 'confirm' ? 'plain' : 'edge'} onClick={() => onOpen(act)}>
              {wordsOfAct(act).button}
            </Button>
          ))}
        </div>
      </Card>
      {file.account === null ? null : <SecretCard person={file.person} account={file.account} />}
      <Card title="Place">
        <Facts rows={placeRows(file)} ruled />
      </Card>
      <Card title="Rang">
        <Facts rows={rankRows(file)} ruled />
      </Card>
      <Card title="Ce qui a été fait">
        <ul class="reads">
          {file.acts.map(act => (
            <li key={`${act.at} ${act.act}`}>
              {moment(act.at)}, {act.by}
              {'\u00a0'}: {actWords(act)}
              {act.reason === null ? '' : ` («\u00a0${act.reason}\u00a0»)`}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
