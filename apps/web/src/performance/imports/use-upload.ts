import { useEffect, useRef, useState } from 'react';
import { uploadFile, type Uploading } from './upload-file';

export type Upload =
  | { state: 'none' }
  | { state: 'sending'; file: File; sent: number }
  | { state: 'sent'; file: File; id: string }
  | { state: 'failed'; file: File; error: Error };

/** The file that was picked, on its way to the server; picking another one drops the first. */
export function useUpload() {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const current = useRef<Uploading>(undefined);
  useEffect(() => () => current.current?.cancel(), []);

  const pick = async (file: File) => {
    current.current?.cancel();
    setUpload({ state: 'sending', file, sent: 0 });
    const mine = uploadFile(file, (sent) => {
      if (current.current === mine) setUpload({ state: 'sending', file, sent });
    });
    current.current = mine;
    try {
      const id = await mine.id;
      if (current.current === mine) setUpload({ state: 'sent', file, id });
    } catch (error) {
      if (current.current === mine) setUpload({ state: 'failed', file, error: error as Error });
    }
  };
  return { upload, pick: (file: File) => void pick(file) };
}
