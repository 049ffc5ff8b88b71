/** Putting the application on the home screen: a button where the browser offers it, the steps on an iPhone, else where to look. */
import type { VNode } from 'preact';
import { isApple } from '../notifications/push.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { installPrompt, isInstalled } from './install-prompt.ts';

export function InstallCard(): VNode | null {
  if (isInstalled()) return null;
  const prompt = installPrompt.value;
  return (
    <Card title="Installer l’application">
      <p>Une icône sur l’écran d’accueil, en plein écran, et les pages s’ouvrent même sans réseau.</p>
      {prompt === null ? (
        <HowTo />
      ) : (
        <Button
          icon="download"
          onClick={() => {
            installPrompt.value = null; // good for one asking
            void prompt.prompt();
          }}
        >
          Installer l’application
        </Button>
      )}
    </Card>
  );
}

function HowTo(): VNode {
  if (!isApple())
    return (
      <p>
        Dans le menu de votre navigateur, choisissez « Installer l’application » ou « Ajouter à l’écran
        d’accueil ». S’il n’en a pas, le site fonctionne aussi bien dans une fenêtre.
      </p>
    );
  return (
    <ol class="install-steps">
      <li>Ouvrez cette page dans Safari.</li>
      <li>Touchez « Partager », le carré avec une flèche vers le haut.</li>
      <li>Choisissez « Sur l’écran d’accueil », puis « Ajouter ».</li>
      <li>
        Ouvrez l’application depuis sa nouvelle icône, connectez-vous, et activez les notifications ici.
      </li>
    </ol>
  );
}
