import { Upload } from 'tus-js-client';
import { currentLanguage } from '../i18n/i18n';
import { tokenHeaders } from './client';
import { Problem, problemFrom } from './problem';

/** So much goes up in one request: a line that breaks loses no more of what was on its way. */
const pieceBytes = 16_000_000;

/**
 * Sends a file to an upload that was announced, from where it stopped. A broken line is waited for; what the server
 * refuses is thrown as its problem.
 */
export function sendFile(id: string, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      uploadUrl: `/api/uploads/${id}`,
      chunkSize: pieceBytes,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000],
      headers: { ...tokenHeaders(), 'accept-language': currentLanguage() },
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => onProgress(total === null ? 0 : sent / total),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 409 || status === 503;
      },
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null;
        reject(
          response
            ? problemFrom(response.getStatus(), parsed(response.getBody()))
            : new Problem(0, 'offline', '', ''),
        );
      },
      onSuccess: () => resolve(),
    });
    upload.start();
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
