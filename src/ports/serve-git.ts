/** Runs the server's side of a fetch or a push for one HTTP request; the output is complete when the stream ends. */
export type ServeGit = (request: GitServiceRequest, signal: AbortSignal) => NodeJS.ReadableStream;

export interface GitServiceRequest {
  readonly service: 'upload-pack' | 'receive-pack';
  /** A bare repository. */
  readonly folder: string;
  /** Whether the refs are to be told, or what `input` asks for is to be done. */
  readonly isAdvertisement: boolean;
  /** The `Git-Protocol` header; empty: none. */
  readonly protocol: string;
  readonly input: Uint8Array;
  /** Folder of the hooks that are run; null: those of the repository. */
  readonly hooks: string | null;
}
