import { RequestError } from '../../app/request-error';
import { Refused, type Refusal } from '../../ui/refused';

export type Uploading = { id: Promise<string>; cancel: () => void };

/** Sends a file as a stream of its bytes. XMLHttpRequest, because fetch tells nothing of what was sent so far. */
export function uploadFile(file: File, onProgress: (sent: number) => void): Uploading {
  const request = new XMLHttpRequest();
  const id = new Promise<string>((resolve, reject) => {
    request.open('POST', '/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-accord-client', 'web');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onerror = () => reject(new RequestError('NETWORK', 'The server could not be reached.'));
    request.onabort = () => reject(new DOMException('Cancelled.', 'AbortError'));
    request.onload = () => {
      try {
        resolve(idOf(request.status, request.responseText, request.getResponseHeader('x-correlation-id')));
      } catch (error) {
        reject(error as Error);
      }
    };
    // The bytes without the file's own type: the server takes nothing else.
    request.send(file.slice(0, file.size, 'application/octet-stream'));
  });
  return { id, cancel: () => request.abort() };
}

function idOf(status: number, text: string, correlationId: string | null): string {
  const body = parsed(text);
  if (status === 201 && body?.id) return body.id;
  if (status === 401) throw new RequestError('UNAUTHENTICATED', 'Signed out.');
  if (body?.errors?.length) throw new Refused(body.errors);
  throw new RequestError('FAULT', `The server answered ${status}.`, correlationId ?? undefined);
}

function parsed(text: string): { id?: string; errors?: Refusal[] } | null {
  try {
    return JSON.parse(text) as { id?: string; errors?: Refusal[] };
  } catch {
    return null;
  }
}
