/** Where one goes from here, to prepare or to see how it goes on: favourites, offer, call list, one's device. */
import type { VNode } from 'preact';
import { DownloadCallList } from '../documents/download-call-list.tsx';
import type { MyAmphitheatre } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { rowId } from '../pages/led-to.ts';
import type { Situation } from './situation.ts';
import type { OwnRealm } from './use-my-amphitheatre.ts';

interface Way {
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
  readonly more: string;
}

/** Favourites are arranged from the opening on, by the intern (domain §2, §6). */
function waysOf(
  { amphitheatre, place }: MyAmphitheatre,
  { kind }: Situation,
  realm: OwnRealm,
): readonly Way[] {
  const opened = kind === 'open' || kind === 'live';
  return [
    ...(opened && realm === 'intern'
      ? [{ href: '/favoris', icon: 'heart', word: 'Mes favoris', more: 'les choisir et les ranger' } as const]
      : []),
    ...(amphitheatre?.published.offer === true
      ? [{ href: '/postes', icon: 'hospital', word: 'Postes offerts', more: 'libres et pourvus' } as const]
      : []),
    ...(amphitheatre?.published.callList === true
      ? [
          {
            href: `/amphitheatres/${amphitheatre.id}${place === null ? '' : `#${rowId(place.callOrder)}`}`,
            icon: 'list',
            word: 'Liste d’appel',
            more: 'telle qu’elle est en ce moment',
          } as const,
        ]
      : []),
    ...(isDone(kind)
      ? []
      : [
          {
            href: '/tester-mon-poste',
            icon: 'devices',
            word: 'Tester mon poste',
            more: 'liaison, son, notifications',
          } as const,
        ]),
  ];
}

/** Nothing is left to prepare. */
const isDone = (kind: Situation['kind']): boolean =>
  kind === 'chosen' || kind === 'passed' || kind === 'over';

export const Ways = ({
  mine,
  situation,
  realm,
}: {
  readonly mine: MyAmphitheatre;
  readonly situation: Situation;
  readonly realm: OwnRealm;
}): VNode => (
  <Card flush title={isDone(situation.kind) ? 'Suivre l’amphithéâtre' : 'Se préparer'}>
    <ul class="lines">
      {waysOf(mine, situation, realm).map(({ href, icon, word, more }) => (
        <li key={href}>
          <a class="way" href={href}>
            <Icon name={icon} />
            <span>
              <b>{word}</b>
              <span class="small quiet">{more}</span>
            </span>
            <Icon name="chevronRight" />
          </a>
        </li>
      ))}
    </ul>
    {mine.amphitheatre?.published.callList === true ? (
      <div class="ways-files">
        <DownloadCallList amphitheatre={mine.amphitheatre.id} />
      </div>
    ) : null}
  </Card>
);
