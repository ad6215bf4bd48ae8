import {renderToString} from 'preact-render-to-string'
import type {Locale} from '../model/locale.ts'
import {speaker} from '../words/speaker.ts'
import type {Reporter, ReportContext} from './context.ts'
import {albumOf} from './html/album.ts'
import {PictureStore} from './html/pictures.tsx'
import {Section} from './html/section.tsx'
import {style, switching} from './html/style.ts'

/**
 * One self-contained page: no script, its style and pictures within it, in every language of the
 * publication that has words for it. The address's fragment chooses the language; the others are
 * not displayed. The first is shown when nothing is chosen, and all of them without CSS.
 */
export const html: Reporter = {
  id: 'html',
  file: 'index.html',
  write(run, context) {
    const {words, config} = context
    const album = albumOf(run, context.pictures)
    const locales = languagesOf(context)
    const speakers = locales.map((locale) => ({locale, words: speaker(words, locale.tag, 'en')}))
    const [first] = speakers
    const host = new URL(config.url).host
    const css = style + switching(locales.map(({tag}) => tag))
    const page = (
      <html lang={first?.locale.tag} dir={first?.locale.direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{first?.words.say('report', 'title', {host})}</title>
          <style dangerouslySetInnerHTML={{__html: css}} />
        </head>
        <body>
          <header class="masthead">
            <h1 translate={false}>
              Galley <span>{host}</span>
            </h1>
          </header>
          <main>
            {speakers.map((one) => (
              <Section run={run} context={context} album={album} locales={locales} {...one} />
            ))}
          </main>
          {album.size > 0 && <PictureStore album={album} />}
        </body>
      </html>
    )
    return `<!doctype html>\n${renderToString(page)}\n`
  },
}

/** The publication's languages that the report has words in, in its order; English where it has none. */
export function languagesOf({
  config,
  words,
}: Pick<ReportContext, 'config' | 'words'>): readonly Locale[] {
  const spoken = config.locales.filter(({tag}) => words[tag]?.['report'] !== undefined)
  return spoken.length > 0 ? spoken : [{tag: 'en', direction: 'ltr', autonym: 'English'}]
}
