import type {Contraries} from '../language.ts'

/** A figure with what it counts: 12%, 300가구가, 1만 달러. */
const figure = '(?<![\\d,.])\\d[\\d,.만억조]*\\s?(?:%|퍼센트|[가-힣]{1,3})?(?:p|포인트)?'

// Who lets in those of 13 and more alone keeps out those under 13: 이상만 turns a bound round.
const about = '(?:약|무려|거의)?\\s?'

export const koreanContraries: Contraries = {
  rise: new RegExp(
    `${figure} ?(?:가량 |가까이 |이상 )?(?:늘|증가|올라|올랐|오르|오른|상승|급증|급등)`,
    'u',
  ),
  fall: new RegExp(
    `${figure} ?(?:가량 |가까이 |이상 )?(?:줄|감소|떨어|하락|내려|내렸|내린|급감|급락)`,
    'u',
  ),
  'at least': new RegExp(
    `(?:최소|적어도)(?:한)? ${about}\\d[\\d,.]*|${figure} ?(?:이상|초과)(?!만|이? ?아니)|${figure} ?(?:넘게|넘는)`,
    'u',
  ),
  'at most': new RegExp(
    `최대 ${about}\\d[\\d,.]*|${figure} ?(?:미만|이하)(?!만|[가이]? ?아니)|${figure} ?(?:안 되는|밑도는|못 미치는)`,
    'u',
  ),
  'above zero': /영상 ?\d+(?:\.\d+)?도/u,
  'below zero': /영하 ?\d/u,
  noon: /정오|한낮|낮 12시/u,
  midnight: /자정|밤 12시/u,
  yesterday: /(?<![가-힣])(?:어제|전날)/u,
  tomorrow: /(?<![가-힣])(?:내일|이튿날)/u,
  last: /(?<![가-힣])(?:지난주|지난달|지난해|작년)/u,
  next: /(?<![가-힣])(?:다음 ?(?:주|달|해)|내달|내년)(?![가-힣]{3})/u,
  north: /(?<![가-힣])북(?:쪽|부|단|녘)/u,
  south: /(?<![가-힣])남(?:쪽|부|단|녘)/u,
  east: /(?<![가-힣])동(?:쪽|부|단|녘)/u,
  west: /(?<![가-힣])서(?:쪽|부|단|녘)/u,
  left: /왼(?:쪽|손|발|편|팔|다리)|좌측/u,
  right: /오른(?:쪽|손|발|편|팔|다리)|우측/u,
  mother: /(?<![가-힣])(?:어머니|엄마|모친)/u,
  father: /(?<![가-힣])(?:아버지|아빠|부친)/u,
  son: /(?<![가-힣])아들/u,
  daughter: /(?<![가-힣])딸(?![가-힣]{2}|기)/u,
  husband: /(?<![가-힣])남편/u,
  wife: /(?<![가-힣])(?:아내|부인)(?![하해했할한함당])/u,
  'before Christ': /기원전 ?\d/u,
  'after Christ': /(?:기원후|서기) ?\d/u,
  'first world war': /1차 ?(?:세계)? ?대전/u,
  'second world war': /2차 ?(?:세계)? ?대전/u,
  doubled: /(?<![가-힣\d])(?:두|2) ?배(?![가-힣]{3})/u,
  tripled: /(?<![가-힣\d])(?:세|3) ?배(?![가-힣]{3})/u,
  weekly:
    /(?:한|일|1) ?주(?:일)?에 ?(?:\d|한|두|세|네|다섯)|(?<![가-힣])주 ?\d+ ?(?:회|번|일|시간)/u,
  monthly: /(?:한|1개|매) ?달에 ?(?:\d|한|두|세|네|다섯)|(?<![가-힣])월 ?\d+ ?(?:회|번|시간)/u,
  yearly: /(?:한|일|1) ?(?:해|년)에 ?(?:\d|한|두|세|네|다섯)|(?<![가-힣])연 ?\d+ ?(?:회|번)/u,
  'per hour': /시속/u,
  'per second': /초속/u,
}
