import type { SmsWords } from './sms-words.ts';

export const am: SmsWords = {
  language: 'am',
  reminder: 'ማስታወሻ፦',
  reply: 'ከ0 (በፍጹም አልመክርም) እስከ 10 (በእርግጥ እመክራለሁ) ባለው ቁጥር ይመልሱ፣ ወይም እዚህ፦ {{answer}} ለማቆም አቁም ብለው ይላኩ።',
  link: 'ለመመለስ፦ {{answer}} ለማቆም፦ {{unsubscribe}}',
  again: 'አልገባንም። እባክዎ ከ0 እስከ 10 ባለው አንድ ቁጥር ይመልሱ፣ ወይም እዚህ፦ {{answer}}',
  why: { ten: 'እናመሰግናለን! በጣም የወደዱት ምንድን ነው?', nine: 'እናመሰግናለን! ለምን 10 አልሆነም?', below: 'እናመሰግናለን። ምን እናሻሽል?' },
  thanks: 'እናመሰግናለን። {{brand}} የጻፉትን ያነባል።',
  help: 'ይህ {{brand}} ነው። ደንበኞች ምን ያህል እንደሚመክሩን እንጠይቃለን። መመለስ ግዴታ አይደለም። ለማቆም አቁም ብለው ይላኩ።',
  stopped: 'ከእንግዲህ ከ{{brand}} ወደዚህ ቁጥር ጥያቄ አይላክም።',
};
