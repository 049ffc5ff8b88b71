/** The doors of the first page: the four that everybody looks for above what is live, every other public page below it. */
import type { VNode } from 'preact';
import { useAsked } from '../http/asked.ts';
import type { ListedEstablishment } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { offerSentence } from './home-words.ts';

const LOOK_AGAIN_MS = 30_000;

export function MainDoors(): VNode {
  const establishments = useAsked<readonly ListedEstablishment[]>('/establishments', LOOK_AGAIN_MS).value;
  return (
    <ul class="home-doors">
      <Door href="/postes" icon="stethoscope" word="Postes offerts">
        {offerSentence(establishments)}
      </Door>
      <Door href="/amphitheatres" icon="calendarTime" word="Amphithéâtres">
        Horaires, listes d’appel provisoires et définitives
      </Door>
      <Door href="/affectations" icon="list" word="Affectations">
        Chaque choix, à la seconde où il est enregistré
      </Door>
      <Door href="/informations" icon="info" word="Informations utiles">
        Guides de l’interne et du mandataire, le jour du choix
      </Door>
    </ul>
  );
}

export const OtherDoors = (): VNode => (
  <ul class="home-doors">
    <Door href="/trouver-ma-session" icon="search" word="Trouver ma session">
      Votre session et son heure, d’après votre ordre d’appel
    </Door>
    <Door href="/adequation" icon="scale" word="Taux d’adéquation">
      Postes offerts et internes, par amphithéâtre
    </Door>
    <Door href="/etablissements" icon="hospital" word="Établissements">
      Le tableau de chaque hôpital, en direct
    </Door>
    <Door href="/aide" icon="phone" word="Aide et contact">
      Une difficulté le jour du choix, joindre l’ARS
    </Door>
  </ul>
);

interface DoorProps {
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
  readonly children: string;
}

const Door = ({ href, icon, word, children }: DoorProps): VNode => (
  <li>
    <Card>
      <h2 class="row">
        <Icon name={icon} /> <a href={href}>{word}</a>
      </h2>
      <p class="quiet small">{children}</p>
    </Card>
  </li>
);
