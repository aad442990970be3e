import type { Citation } from '@custody/core';
import { useWords } from '../i18n/use-words.ts';
import { Confidence } from './Confidence.tsx';
import { Icon } from './Icon.tsx';
import './citation-link.css';

/** The source in a word or two, with the way to it. Leaving the desk tells the source no more than any link does. */
export function CitationLink({ citation }: { readonly citation: Citation }) {
  return citation.url === null ? (
    <cite className="citation-title">{citation.title}</cite>
  ) : (
    <a className="citation-title" href={citation.url} target="_blank" rel="noreferrer noopener">
      <cite>{citation.title}</cite>
      <Icon name="away" size={11} />
    </a>
  );
}

/** The source by the name of its site, where a column has no room for its title. */
export function CitationShort({ citation }: { readonly citation: Citation }) {
  const { url, title } = citation;
  if (url === null || !URL.canParse(url)) return <span className="citation-title">{title}</span>;
  return (
    <a className="citation-short" href={url} target="_blank" rel="noreferrer noopener" title={title}>
      <span>{new URL(url).hostname.replace(/^www\./, '')}</span>
      <Icon name="away" size={11} />
    </a>
  );
}

/** The source with its dates, how sure we are, and what exactly was read. */
export function CitationInFull({ citation }: { readonly citation: Citation }) {
  const { t, day } = useWords();
  const dates = [
    citation.published === null ? null : t('proof.publishedOn', { day: day(citation.published) }),
    citation.verifiedOn === null ? null : t('proof.readOn', { day: day(citation.verifiedOn) }),
  ].filter((part) => part !== null);
  return (
    <div className="citation">
      <CitationLink citation={citation} />
      <p className="citation-facts">
        <Confidence
          of={citation.confidence}
          {...(citation.confidence === 'unverified' ? { title: t('proof.unverifiedMeans') } : {})}
        />
        {dates.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      {citation.note === undefined ? null : (
        <p className="small soft" lang="en">
          {citation.note}
        </p>
      )}
    </div>
  );
}
