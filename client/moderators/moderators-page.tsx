/** «/gestionnaires»: every moderator, whether they have come, and what an administrator may do about each. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me } from '../http/account.ts';
import type { ListedModerator } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Address } from '../ui/address.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { actsOf, administratorsAmong, wordsOf } from './moderator-acts.ts';
import type { ModeratorAct } from './moderator-acts.ts';
import { ModeratorDialog } from './moderator-dialog.tsx';
import './moderators.css';

type Open =
  | { readonly kind: 'invite' }
  | { readonly kind: 'act'; readonly act: ModeratorAct; readonly moderator: ListedModerator }
  | null;

export function ModeratorsPage(): VNode {
  const signedIn = me.value?.moderator ?? null;
  const asked = useAsked<readonly ListedModerator[]>(
    signedIn?.administrator === true ? '/desk/moderators' : null,
  );
  const [open, setOpen] = useState<Open>(null);
  const done = (): void => {
    setOpen(null);
    asked.again();
  };
  return (
    <Page title="Gestionnaires" subtitle="Gestion">
      <h1>Gestionnaires</h1>
      <ModeratorsOnly back="/gestionnaires">
        {signedIn?.administrator === true ? (
          <>
            <div>
              <Button icon="mail" onClick={() => setOpen({ kind: 'invite' })}>
                Inviter un gestionnaire…
              </Button>
            </div>
            {asked.value === null && asked.trouble === null ? <Loading lines={6} /> : null}
            <Trouble asked={asked} />
            <Listed
              moderators={asked.value ?? []}
              onAct={(act, moderator) => setOpen({ kind: 'act', act, moderator })}
            />
          </>
        ) : (
          <Empty icon="lock" title="Réservé aux administrateurs">
            <p>Les administrateurs invitent et retirent les gestionnaires. Demandez à l’un d’eux.</p>
          </Empty>
        )}
      </ModeratorsOnly>
      {open?.kind === 'invite' ? <InviteDialog onClose={() => setOpen(null)} onDone={done} /> : null}
      {open?.kind === 'act' ? (
        <ModeratorDialog
          moderator={open.moderator}
          act={open.act}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
    </Page>
  );
}

interface ListedProps {
  readonly moderators: readonly ListedModerator[];
  readonly onAct: (act: ModeratorAct, moderator: ListedModerator) => void;
}

function Listed({ moderators, onAct }: ListedProps): VNode {
  const administrators = administratorsAmong(moderators);
  return (
    <>
      {moderators.map(moderator => (
        <Card key={moderator.id} title={moderator.name} oneOfMany aside={<State moderator={moderator} />}>
          <p>
            <Address text={moderator.email} />
            {moderator.administrator ? ' · administrateur' : ''}
          </p>
          <p class="quiet small">{sinceText(moderator)}</p>
          <div class="row moderator-acts">
            {actsOf(moderator, administrators).map(act => {
              const { button } = wordsOf(act, moderator.name);
              return (
                <Button
                  key={act}
                  kind="edge"
                  aria-label={`${button} ${moderator.name}`}
                  onClick={() => onAct(act, moderator)}
                >
                  {button}
                </Button>
              );
            })}
          </div>
        </Card>
      ))}
    </>
  );
}

function State({ moderator: { state, secondFactor } }: { readonly moderator: ListedModerator }): VNode {
  switch (state) {
    case 'invited':
      return (
        <Tag kind="plain" icon="mail">
          Invitation envoyée
        </Tag>
      );
    case 'expired':
      return (
        <Tag kind="filled" icon="clock">
          Invitation expirée
        </Tag>
      );
    case 'demo':
      return (
        <Tag kind="plain" icon="flask">
          Démonstration
        </Tag>
      );
    case 'active':
      return secondFactor ? (
        <Tag kind="free" icon="circleCheck">
          Actif
        </Tag>
      ) : (
        <Tag kind="paused" icon="key">
          Second facteur à choisir
        </Tag>
      );
    default:
      return state satisfies never;
  }
}

function sinceText({ state, createdAt, lastUsedAt }: ListedModerator): string {
  if (state === 'invited' || state === 'expired') return `Invitation du ${dayAndYear(createdAt)}.`;
  return lastUsedAt === null
    ? 'Aucune connexion récente.'
    : `Dernière connexion\u00a0: ${dayAndYear(lastUsedAt)}.`;
}
