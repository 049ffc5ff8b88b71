/** What to do where the connection will not come back by itself; nothing while it is live or on its way. */
import type { VNode } from 'preact';
import type { LinkState } from '../live/link-state.ts';
import { Alert } from './alert.tsx';
import { Button, LinkButton } from './button.tsx';

interface LinkNoteProps {
  readonly link: LinkState;
  /** Of a rehearsal: there is another word where it is not to be had. */
  readonly rehearsal?: boolean;
  /** Where to come back to after signing in. */
  readonly back: string;
  readonly onRetry: () => void;
}

const WHY = {
  unknown: 'Cet amphithéâtre n’existe pas.',
  notPublished: 'Cet amphithéâtre n’est pas encore publié.',
  outdated: 'Cet écran a trop attendu\u00a0: rechargez la page, votre place est gardée.',
  refused: 'Le serveur a mis fin à la connexion. Rechargez la page, votre place est gardée.',
  left: 'La connexion a été fermée. Rechargez la page.',
} as const satisfies Record<Extract<LinkState, { kind: 'stopped' }>['why'], string>;

/** Loading the page again would bring the same. */
const NOTHING_HERE: ReadonlySet<string> = new Set(['unknown', 'notPublished'] satisfies (keyof typeof WHY)[]);

const WHY_OF_REHEARSAL: Readonly<Partial<Record<keyof typeof WHY, string>>> = {
  unknown: 'Cet amphi blanc n’existe pas, ou l’ARS l’a retiré.',
  notPublished: 'Cet amphi blanc n’est pas celui de votre session.',
};

export function LinkNote({ link, rehearsal = false, back, onRetry }: LinkNoteProps): VNode | null {
  switch (link.kind) {
    case 'connecting':
    case 'live':
    case 'catchingUp':
      return null;
    case 'lost':
      return (
        <Alert
          kind="lost"
          icon="history"
          title="Connexion perdue"
          acts={
            <Button kind="edge" icon="refresh" onClick={onRetry}>
              Réessayer maintenant
            </Button>
          }
        >
          <p>La session continue sans attendre cet écran. Nouvel essai automatique.</p>
        </Alert>
      );
    case 'signedOut':
      return link.mandateEnded ? (
        <Alert kind="attention" icon="key" title="La procuration n’est plus en vigueur">
          <p>C’est à nouveau l’interne qui choisit.</p>
        </Alert>
      ) : (
        <Alert
          kind="attention"
          title="Votre connexion a pris fin"
          acts={<LinkButton href={`/connexion?vers=${encodeURIComponent(back)}`}>Se connecter</LinkButton>}
        >
          <p>Connectez-vous de nouveau pour continuer.</p>
        </Alert>
      );
    case 'stopped':
      return (
        <Alert
          kind="attention"
          title="Suivi arrêté"
          acts={
            NOTHING_HERE.has(link.why) ? (
              <LinkButton href={back.startsWith('/salle') ? '/salle' : '/amphitheatres'} icon="list">
                Voir la liste des amphithéâtres
              </LinkButton>
            ) : (
              <Button onClick={() => window.location.reload()}>Recharger la page</Button>
            )
          }
        >
          <p>{(rehearsal ? WHY_OF_REHEARSAL[link.why] : null) ?? WHY[link.why]}</p>
        </Alert>
      );
    default:
      return link satisfies never;
  }
}
