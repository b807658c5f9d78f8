import { encodePatch } from '../protocol/codec.ts';
import { RING } from '../protocol/limits.ts';
import { difference, type Layout, type View } from '../view/view.ts';

interface Sent {
  readonly tick: number;
  readonly base: number;
  readonly frame: Uint8Array;
}

/** What one audience has been sent: its last view, and the latest patches that led to it. */
export class Channel<Rows> {
  private readonly ring: Sent[] = [];
  private held: View<Rows>;

  constructor(
    private readonly layout: Layout,
    view: View<Rows>,
  ) {
    this.held = view;
  }

  /** What everyone of this audience should be holding now. */
  get view(): View<Rows> {
    return this.held;
  }

  /**
   * Begins at that view, which nobody has been sent yet. Its tick counts even if nothing in it has
   * changed: others may hold a later view than the one that was here, and must not be taken back.
   */
  begin(view: View<Rows>): void {
    this.held = view;
    this.ring.length = 0;
  }

  /** Goes on to the next view. The patch that leads there, or `null` when there is nothing to say. */
  follow(next: View<Rows>): Uint8Array | null {
    const patch = difference(this.layout, this.held, next);
    const [tick, base, changes, removed] = patch;
    // Nothing to say: the next patch will follow on the view that clients hold.
    if (changes.length === 0 && removed.length === 0) return null;
    this.held = next;
    const frame = encodePatch(patch);
    this.ring.push({ tick, base, frame });
    if (this.ring.length > RING) this.ring.shift();
    return frame;
  }

  /** What leads from the view of that tick to this one: patches, or one whole view. */
  since(tick: number): Uint8Array[] {
    if (tick === this.held.tick) return [];
    const from = this.ring.findIndex(({ base }) => base === tick);
    if (from >= 0) return this.ring.slice(from).map(({ frame }) => frame);
    return [encodePatch(difference(this.layout, null, this.held))];
  }
}
