// The control messages to .NET, by type: docs/internals/protocol.md explains them, and tests/Contract/contract.json has the same members.

export interface Notices {
  'ready': { chrome: string | undefined };
  'contents-created': { contents: number; treeNode: number; window: string | null; kind: string };
  'contents-destroyed': { contents: number };
  'dom-ready': { contents: number; treeNode: number };
  'render-process-gone': { contents: number; reason: string; exitCode: number };
  'preload-error': { contents: number; preload: string; message: string; stack?: string };
  'frame-gone': { frame: number; reason: string };
  'window-created': { windowId: number; window: string | null; contents: number; title: string };
  'window-closed': { windowId: number; window: string | null; contents: number };
  'window-title': { windowId: number; title: string };
  'page-title-updated': { windowId: number; title: string; explicitSet: boolean };
  'result': { call: number; value?: unknown; error?: string };
  'menu-click': { command: number; checked: boolean; windowId?: number };
  'window-all-closed': {};
  'activate': { hasVisibleWindows: boolean; opensWindows: boolean };
  'stop': {};
  'second-instance': { arguments: string[]; workingDirectory: string };
  'open-file': { path: string };
  'open-url': { url: string };
  'error': { source: string; message: string; stack?: string; window?: string };
  'unheard': { kind: string; channel: string; contents: number; url: string; listening: string[] };
  'console': { contents: number; level: string; message: string; source: string; line: number };
  'log': { level: string; message: string };
}

export type Notice = { [Type in keyof Notices]: { type: Type } & Notices[Type] }[keyof Notices];
