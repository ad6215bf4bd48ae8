/**
 * What a line is that does not belong to the article: surely left over, a statement of rights, an
 * embargo, or only suspected.
 */
export type Residue = 'dropped' | 'rights' | 'embargo' | 'suspected'

/**
 * Tell scraper residue and agency slugs from text. Only whole lines are judged, and never one that
 * may be a sentence of the article: `Share news` is a button, `Share news of the truce` may be
 * text and is only suspected; `Copyright law is changing` is nobody's copyright.
 */
export function residue(line: string): Residue | undefined {
  if (line.length > 240) return undefined
  const fits = (pattern: RegExp) => pattern.test(line)
  if (rights.some(fits)) return 'rights'
  if (embargo.some(fits)) return 'embargo'
  if (certain.some(fits)) return 'dropped'
  return suspected.some(fits) ? 'suspected' : undefined
}

const certain = [
  // Buttons and widgets.
  /^share(?: (?:news|this|story|article|(?:this )?(?:article|story|post|page)|on \w+|via \w+|full article))?[.!:]?$/i,
  /^(?:share (?:on|via) \w+[\s|·,]*){2,}$/i,
  /^(?:print|e-?mail|tweet|facebook|twitter|whatsapp|linkedin|reddit|copy (?:link|url)|bookmark|save(?: (?:article|story))?|gift (?:this )?article)$/i,
  /^(?:(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|e-?mail|print|copy link|share|threads|bluesky|pinterest)(?:[\s|·,/]+|$)){2,}$/i,
  /^(?:\d+ )?(?:comments?|shares?|likes?|replies)(?: \(\d+\))?$/i,
  /^(?:leave a comment|view comments|join the conversation|post a comment|be the first to comment)[.!]?$/i,
  /^(?:skip to (?:main )?content|back to top|load more|(?:read|show|see|view) more(?: (?:posts|updates|stories|comments))?|continue reading|menu|close|previous|next(?: article)?)(?: ?[→»›>])?$/i,
  /^(?:listen to (?:this )?(?:article|story)(?: .{0,20})?|\d+ ?-?min(?:ute)?s? read|reading time:? .{1,20})$/i,
  /^(?:home|홈)(?: ?[>›»/|] ?[^>›»/|.!?]{1,24}){1,5}$/i,
  /^(?:(?:published|updated|posted|last updated):? )?(?:just now|(?:\d{1,2}|an?|one) (?:min(?:ute)?|hour|day|week)s? ago)$/i,
  // Advertising, subscriptions, cookies.
  /^(?:\[?advertisement\]?|sponsored(?: content| by .{1,40})?|(?:story|article) continues (?:below|after)(?: (?:this )?(?:advertisement|ad|video))?|ad|promoted)[.:]?$/i,
  /^(?:sign up|subscribe|register|log in|sign in)(?: (?:here|now|today|free))?(?: (?:for|to) (?:our|the|your|a) [\w’' -]{1,50})?(?: (?:here|now|today))?[.!]?$/i,
  /^(?:get|receive) (?:our|the) (?:latest|daily|weekly|free|top|morning|best)[\w’', -]{1,80}(?:newsletter|inbox|alerts?|e-?mail)s?[.!]?$/i,
  /^(?:follow|like|join|find) us on (?:facebook|twitter|x|instagram|youtube|telegram|linkedin|whatsapp|tiktok|threads|bluesky|google|flipboard|social media)\b[\w ,/&@:.()-]{0,80}[.!]?$/i,
  /^click here (?:to|for) .{1,80}$/i,
  /^(?:click|tap) here[.!]?$/i,
  /^(?:download|get) (?:our|the) (?:\w+ )?apps?\b.{0,40}$/i,
  /^(?:we use cookies|(?:this|our) (?:web)?site uses cookies|by (?:using|continuing to use) (?:this|our) (?:web)?site).{0,180}$/i,
  /^(?:accept|reject|manage)(?: all)?(?: cookies| preferences)?$/i,
  // Agency slugs.
  /^(?:\(?ends?\)?|#{3,}|-\s?30\s?-|—\s?30\s?—|enditem|endit|\(?more\)?|more to come|for immediate release|press release)[.:]?$/i,
  // Korean pages.
  /^(?:공유|공유하기|기사 ?공유(?:하기)?|링크 ?복사|주소 ?복사|URL ?복사|인쇄|인쇄하기|프린트|스크랩|북마크|글자 ?크기(?: .{0,20})?|본문 ?(?:듣기|글씨 ?(?:크게|작게|줄이기|키우기))|음성으로 듣기|닫기|목록|맨 ?위로|(?:본문|메뉴|주메뉴|검색|하단) ?(?:바로 ?가기|으로 바로가기)|전체 ?메뉴|본문 ?내용|이 기사를 추천합니다|이전 ?기사|다음 ?기사|좋아요(?: \d+)?|추천(?:해요)?(?: \d+)?|댓글(?: ?쓰기| ?보기)?(?: ?\d+)?)$/,
  /^(?:구독|구독하기|(?:기자|뉴스레터|채널) ?구독(?:하기)?|무료 ?구독(?:하기)?|알림 ?받기|광고|로그인|회원가입)$/,
  /^(?:네이버|카카오톡?|페이스북|트위터|엑스|유튜브|텔레그램)(?:에서|으로|로)? ?(?:공유|구독|보기|채널|뉴스).{0,20}$/,
  /^(?:(?:네이버|카카오톡?|페이스북|트위터|엑스|이메일|URL복사|밴드)[\s|·,]*){2,}$/,
  /^(?:기사 ?제보|제보하기|제보는).{0,60}$/,
  /^(?:이|[가-힣]{2,4}) ?(?:기자의 다른 ?기사 ?보기|기자 ?페이지|기자 ?프로필)$/,
  /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u,
  /^[([<]?(?:끝|보도자료)[)\]>]?$/,
  /^\S+@[\w-]+(?:\.[\w-]+)+$/,
]

const rights = [
  /^[<[(【]?\s*(?:copyright[\s:]*)?(?:©|ⓒ|\(c\)\s)/i,
  /^[<[(【]?\s*copyright\s*(?:©|ⓒ|\(c\)|\d{4}\b)/i,
  /\ball rights reserved\b/i,
  /^[<[(【]?\s*저작권자\s*[(ⓒ©:]/,
  /무단\s?(?:전재|복제|배포|사용).{0,50}금지[\s\])>】.]*$/,
]

const embargo = [
  /^[[(]?(?:strictly )?(?:under )?embargo(?:ed)?\b(?:.{0,60}\d|:|\s?(?:until|till|for)\b).{0,80}$/i,
  /^[[(<]?엠바고.{0,60}$/,
]

const suspected = [
  /^(?:read (?:more|also|next)|also read|see also|related(?: (?:stories|articles|news|links|content|topics?))?|watch(?: now| live)?|listen|more (?:on this|from|stories)|you (?:may|might) also like|recommended(?: (?:stories|for you))?|most (?:read|popular)|trending(?: now)?|editor['’]?s['’]? note|don['’]t miss|in case you missed it)\b\s*(?::.*|)$/i,
  /^(?:file )?(?:photo|image|picture|video|graphic|source|credit|image credit|caption|tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|contact|media contact|explore more|more)s?\s*:.{0,200}$/i,
  /^(?:\(?(?:ap|reuters|afp|epa|getty|file)[\w ]{0,10}(?:photos?|images?)?\/.{1,80}|.{0,80}\b(?:getty images|ap photo|reuters\/.{1,30}|via getty.{0,30}))\)?[.]?$/i,
  /^(?:getty images|shutterstock)\s.{5,160}$/i,
  /^share (?:news|this|story)\b.{1,60}$/i,
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by .{3,220}$/i,
  /^\((?:adds|updates|corrects|recasts|repeats|removes|clarifies|rewrites|this (?:story|\w+ \d+ story))\b.{0,200}\)$/i,
  /^this (?:article|story|piece)\b.{0,60}\b(?:was|is|has been) (?:originally |first )?(?:re)?published\b.{0,140}$/i,
  /^(?:support|donate to) (?:our|independent) journalism.{0,80}$/i,
  /^[<[(【▶☞※]?\s*(?:관련 ?(?:기사|뉴스|링크)|더 ?보기|많이 ?본 ?(?:뉴스|기사)|추천 ?(?:기사|뉴스)|주요 ?뉴스|인기 ?(?:기사|뉴스)|이 ?시각 ?주요 ?뉴스)[\])>】]?\s*(?:[:=].{0,120})?$/,
  /^[<[(【▲▶/]?\s*(?:사진|영상|자료|그래픽|출처|제공|사진 ?제공|자료 ?사진)\s*[:=/|].{0,120}$/,
  /^[▲△]\s.{0,120}(?:사진|모습|장면|뉴스1|뉴시스|연합뉴스).{0,20}$/,
  /^https?:\/\/\S+$/,
  /^[▶☞]\s?.{2,100}$/,
]

/** A line after which only links to other articles follow. */
export function opensLinks(line: string): boolean {
  return (
    /^(?:related|recommended|more from|more stories|most (?:read|popular)|trending|you (?:may|might) also like|read next)\b/i.test(
      line,
    ) || /(?:관련|추천|많이 ?본|인기|주요) ?(?:기사|뉴스)/.test(line)
  )
}
