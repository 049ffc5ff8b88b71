/** An account made without the INE, on the page that sign-up ends on: what it lacks, while there is time to mend it (domain §6). */
import type { VNode } from 'preact';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';

export const ToBeConfirmed = (): VNode => (
  <Alert
    kind="attention"
    title="Votre compte est à confirmer"
    acts={<LinkButton href="/profil">Ouvrir mon profil</LinkButton>}
  >
    <p>
      Il a été créé sans numéro INE. Vous voyez tout et rangez vos favoris, mais vous ne pouvez encore ni
      choisir ni donner procuration. Prenez dans votre profil l’adresse e-mail que l’ARS connaît, ou appelez
      l’ARS avant votre session.
    </p>
    <Contact />
  </Alert>
);
