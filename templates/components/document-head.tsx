import type {Head} from '../view.ts'
import {LinkedData} from './linked-data.tsx'

/** What the page says of itself to browsers, to search and to those who share it. */
export function DocumentHead(head: Head) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{head.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="description" content={head.description} />
      {head.canonical === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={head.canonical} />
      )}
      {head.alternates.map(({hreflang, href}) => (
        <link rel="alternate" hreflang={hreflang} href={href} />
      ))}
      {head.downloads.map(({mediaType, format, href}) => (
        <link rel="alternate" type={mediaType} title={format} href={href} />
      ))}
      {head.feeds.map(({type, title, href}) => (
        <link rel="alternate" type={type} title={title} href={href} />
      ))}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f1" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171512" />
      {head.preload.map((href) => (
        <link rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      <link rel="stylesheet" href={head.stylesheet.href} integrity={head.stylesheet.integrity} />
      <link rel="icon" type="image/svg+xml" href={head.icon} />
      {head.openGraph.map(({property, content}) => (
        // What is not Open Graph's own is named, as its readers expect.
        <meta
          {...(property.startsWith('twitter:') ? {name: property} : {property})}
          content={content}
        />
      ))}
      {head.data.map((json) => (
        <LinkedData json={json} />
      ))}
      {head.scripts.map(({href, integrity}) => (
        <script defer src={href} integrity={integrity} />
      ))}
    </head>
  )
}
