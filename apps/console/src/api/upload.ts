import { ApiProblem, problemFrom } from './problem.ts';
import { withQuery, type Query } from './query.ts';

interface Upload {
  readonly file: Blob;
  readonly contentType: string;
  readonly query?: Query;
  /** Share of the file that has left the browser, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Posts a file of any length, telling how much of it is out (which `fetch` cannot).
 * @throws ApiProblem for any answer that is not 2xx, and when nothing answers or it was stopped
 */
export function upload<T>(path: string, { file, contentType, query, onProgress, signal }: Upload): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = (): void => reject(new ApiProblem({ status: 0, code: 'NETWORK', title: 'No connection' }));
    request.open('POST', withQuery(path, query));
    request.setRequestHeader('content-type', contentType);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => onProgress(lengthComputable && total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(problemFrom(request.status, body));
    };
    request.onerror = lost;
    request.onabort = lost;
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
