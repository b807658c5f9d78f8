import { Component, type ComponentChildren } from 'preact';
import { AppContext } from '../../app-context.ts';

interface SafetyNetProps {
  readonly children: ComponentChildren;
}

/** Catches what goes wrong while drawing, so that the page says something instead of nothing. */
export class SafetyNet extends Component<SafetyNetProps, { readonly fallen: boolean }> {
  override state = { fallen: false };

  static override getDerivedStateFromError(): { readonly fallen: boolean } {
    return { fallen: true };
  }

  /** Told to the page as well: a mistake that nobody hears of is never mended. */
  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render({ children }: SafetyNetProps) {
    if (!this.state.fallen) return children;
    return (
      <AppContext.Consumer>
        {(app) => (
          <main class="message">
            <h1>{app?.words.say('ui.common.failed')}</h1>
            <p>{app?.words.say('ui.common.failedBody')}</p>
            <button type="button" class="button primary" onClick={() => location.reload()}>
              {app?.words.say('ui.status.reload')}
            </button>
          </main>
        )}
      </AppContext.Consumer>
    );
  }
}
