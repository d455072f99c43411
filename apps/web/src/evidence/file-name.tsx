import { lazy, Suspense, useState, type MouseEvent } from 'react';
import { fileAddress } from '../api/calls';
import type { Revision } from '../api/types';

const Viewer = lazy(async () => ({ default: (await import('./viewer')).Viewer }));

/** A file that is there and may be read. */
export interface ViewedFile extends Pick<Revision, 'id' | 'mediaType' | 'bytes'> {
  name: string;
}

interface Props {
  file: ViewedFile;
  /** Those beside it, which the arrows lead to. */
  among?: ViewedFile[];
}

/** A file's name: a click shows it; its address, as every link's, can be opened otherwise and saved. */
export function FileName({ file, among }: Props) {
  const [open, setOpen] = useState(false);
  const files = among?.some(({ id }) => id === file.id) ? among : [file];
  const look = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a href={fileAddress(file.id)} download={file.name} onClick={look}>
        {file.name}
      </a>
      {open && (
        <Suspense fallback={null}>
          <Viewer
            files={files}
            first={files.findIndex(({ id }) => id === file.id)}
            close={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
