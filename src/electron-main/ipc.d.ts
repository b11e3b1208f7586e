/**
 * `window.ipc`, which the default preload gives to every page of the app. It carries what Electron's structured clone carries:
 * `undefined`, `Date`, `Map`, `Set`, `bigint`, binary data and cycles arrive as they were sent; functions and DOM objects do not.
 *
 * Channels that begin with `ipcapp:` are reserved: every member throws (`invoke` rejects) for them.
 */
interface Ipc {
  /**
   * Calls the handler of a channel (`[IpcHandle]`) and gives its result. Rejects with
   * `Error invoking remote method 'CHANNEL': Error: MESSAGE` if the handler throws, if there is none, or if the call is refused.
   */
  invoke<T = any>(channel: string, ...args: any[]): Promise<T>;

  /** Sends a message to the listeners of a channel (`[IpcOn]`). Throws if an argument cannot be cloned; nothing else is reported. */
  send(channel: string, ...args: any[]): void;

  /**
   * Sends a message and waits for its answer (`[IpcSync]`). The whole page stands still meanwhile: prefer `invoke`.
   * Does not throw for a failed call, but returns `{ error: TEXT }`.
   */
  sendSync<T = any>(channel: string, ...args: any[]): T | { error: string };

  /**
   * Sends one message. To send message ports with it, which cannot cross the context bridge, post it to the window itself:
   * `window.postMessage({ type: 'ipcapp:post', channel, message }, location.origin, [port])`. Such a message is a task of its own, so it
   * may arrive after what is sent later.
   */
  postMessage(channel: string, message: any): void;

  /**
   * Listens to a channel. The listener gets the arguments, and no event object. The same function may be added several times.
   *
   * Ports that arrive with a message are posted to the window before the listeners are called; a channel must have a listener for that:
   * ```js
   * window.addEventListener('message', (event) => {
   *   if (event.source === window && event.data?.type === 'ipcapp:port') use(event.data.channel, event.ports);
   * });
   * ```
   * @returns a function that removes the listener
   */
  on(channel: string, listener: (...args: any[]) => void): () => void;

  /** Listens to the next message of a channel. @returns a function that removes the listener */
  once(channel: string, listener: (...args: any[]) => void): () => void;

  /** Removes a listener; of several additions of the same function the last one. */
  off(channel: string, listener: (...args: any[]) => void): void;

  /** The path of a file that the user chose or dropped, '' for one that was made by script. */
  getPathForFile(file: File): string;
}

/** A message that carried ports, as the page's window gets it; the ports are in `event.ports`. */
interface IpcPortMessage {
  type: 'ipcapp:port';
  channel: string;
  message: any;
}

interface Window {
  readonly ipc: Ipc;
}

declare const ipc: Ipc;
