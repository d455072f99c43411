import { Fragment } from 'react';
import { type Inline, richText } from '#contracts/rich-text';
import { useLanguage } from '../i18n/texts';
import { writtenIn } from './content';

function Piece({ piece }: { piece: Inline }) {
  if (piece.kind === 'bold') return <b>{piece.text}</b>;
  if (piece.kind === 'text') return piece.text;
  return (
    <a href={piece.href} rel="noreferrer" target="_blank">
      {piece.text}
    </a>
  );
}

/** What somebody wrote, with its bold words, lists and links. */
export function Rich({ children }: { children: string }) {
  const language = useLanguage();
  return (
    <div className="rich" lang={writtenIn(children, language)}>
      {richText(children).map(({ kind, lines }, at) => {
        const shown = lines.map((pieces) =>
          pieces.map((piece, index) => <Piece key={index} piece={piece} />),
        );
        return kind === 'list' ? (
          <ul key={at}>
            {shown.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={at} className="prose">
            {shown.map((line, index) => (
              <Fragment key={index}>
                {index > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </p>
        );
      })}
    </div>
  );
}
