/**
 * Commands on their way: an id for each press, the same id again only where no answer came (architecture §2.5). The
 * server answers an accepted id with its first answer, so saying it twice cannot count twice.
 */
import type { CommandId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { ClientFrame, ServerFrame, WireCommand } from '../../machines/wire/frames.ts';

export type CommandAnswer =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incident: string }
  /** The connection has ended for good before an answer came: signed out, or the page must be loaded again. */
  | { readonly kind: 'ended' };

interface Pending {
  readonly frame: ClientFrame;
  readonly settle: (answer: CommandAnswer) => void;
}

export class PendingCommands {
  readonly #pending = new Map<CommandId, Pending>();
  readonly #newId: () => CommandId;
  readonly #send: (frame: ClientFrame) => void;

  /** @param send does nothing where there is no greeted socket; `repeat` is called when there is one again. */
  constructor(newId: () => CommandId, send: (frame: ClientFrame) => void) {
    this.#newId = newId;
    this.#send = send;
  }

  ask(session: SessionId, body: WireCommand): Promise<CommandAnswer> {
    const id = this.#newId();
    const frame: ClientFrame = { type: 'command', id, session, body };
    const answer = new Promise<CommandAnswer>(settle => this.#pending.set(id, { frame, settle }));
    this.#send(frame);
    return answer;
  }

  repeat(): void {
    for (const { frame } of this.#pending.values()) this.#send(frame);
  }

  hear(frame: ServerFrame): void {
    if (frame.type === 'accepted') this.#settle(frame.id, { kind: 'accepted', seq: frame.seq });
    if (frame.type === 'refused') this.#settle(frame.id, { kind: 'refused', refusal: frame.refusal });
    if (frame.type === 'fault' && frame.id !== null)
      this.#settle(frame.id, { kind: 'fault', incident: frame.incident });
  }

  end(): void {
    for (const id of this.#pending.keys()) this.#settle(id, { kind: 'ended' });
  }

  #settle(id: CommandId, answer: CommandAnswer): void {
    this.#pending.get(id)?.settle(answer);
    this.#pending.delete(id);
  }
}
