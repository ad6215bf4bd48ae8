import type {Page} from './page.ts'

/** Whether a text, all by itself, says nothing: click here, read more, 여기, 더보기, a dot. */
export function isVague(text: string): boolean {
  const bare = bareOf(text)
  return bare === '' || vague.has(bare)
}

/** Whether a heading or label is a word for itself, or left over from a template. */
export function isFiller(text: string): boolean {
  const bare = bareOf(text)
  return (
    bare === '' ||
    filler.has(bare) ||
    /^(heading|title|section|label|field|제목|항목) ?\d*$/.test(bare) ||
    /^(please )?(enter|type|write|insert|put) (your |some |a |the )?(text|value|input|something)?( ?here)?$/.test(
      bare,
    ) ||
    bare.startsWith('lorem ipsum')
  )
}

/** Whether a name is a word of a language of code that the page quotes: `SELECT`. */
export function isKeyword(name: string, page: Page): boolean {
  return (
    /^[A-Z]{3,}$/.test(name) &&
    page.nodes.some(
      (one) =>
        /^(code|pre)$/.test(one.tag) &&
        page
          .words(one)
          .split(/[^A-Z]+/)
          .includes(name),
    )
  )
}

/** Lower case, without marks around it. */
export function bareOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const vague: ReadonlySet<string> = new Set(
  `click|click here|click me|click this|click on this|click this link|click the link|here|right here|press here|tap here
  more|read more|see more|show more|view more|learn more|more info|more information|more details|find out more|know more|continue|continue reading
  details|detail|info|information|link|this link|a link|this|this page|page|go|go here|read|read this|see|see here|view|download|download here
  start|website|web site|this website|link to|url|visit|open|article|this article|full story|the rest
  여기|여기를|여기서|이곳|여기를 클릭|여기 클릭|여기를 클릭하세요|여기를 누르세요|클릭|클릭하세요|누르세요|바로가기|바로 가기|이동|이동하기
  더보기|더 보기|자세히|자세히 보기|자세히보기|상세보기|상세 보기|더 알아보기|더알아보기|계속 읽기|계속|보기|링크|다운로드|다운|내려받기|이 링크|이 페이지|홈페이지`
    .split(/[|\n]/)
    .map((one) => one.trim()),
)

const filler: ReadonlySet<string> = new Set(
  `heading|header|title|untitled|untitled document|untitled page|new page|page title|page|document|default|test|todo|tbd|xxx|placeholder|text|text here
  your title here|insert title here|welcome|index|html|web page|subtitle|subheading|new document|my page|my site
  label|field|input|input field|text field|textbox|text box|select|option|value|enter text|menu|form|button
  제목|제목 없음|무제|새 문서|문서|페이지|테스트|입력|입력란|입력창|텍스트|레이블|라벨|항목|값|메뉴|버튼`
    .split(/[|\n]/)
    .map((one) => one.trim()),
)
