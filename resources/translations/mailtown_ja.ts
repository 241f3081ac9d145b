<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>GlossDns</name>
    <message>
        <source>Which office takes letters for %1?</source>
        <translation>%1 あての手紙は、どの局へ?</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>%1 はどこにありますか?</translation>
    </message>
    <message>
        <source>What is written about %1?</source>
        <translation>%1 について何と書いてありますか?</translation>
    </message>
    <message>
        <source>There is no such name.</source>
        <translation>そういう名前はありません。</translation>
    </message>
    <message>
        <source>I cannot find out now.</source>
        <translation>いまは調べられません。</translation>
    </message>
    <message>
        <source>I do not tell that.</source>
        <translation>それはお教えできません。</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>返事がありませんでした。</translation>
    </message>
    <message>
        <source>Nothing is written about that.</source>
        <translation>それについては何も書かれていません。</translation>
    </message>
    <message>
        <source>That town takes no letters at all.</source>
        <translation>その町は手紙をいっさい受け取りません。</translation>
    </message>
    <message>
        <source>%1 does.</source>
        <comment>answers &apos;which office takes letters&apos;</comment>
        <translation>%1 です。</translation>
    </message>
    <message>
        <source>At %1.</source>
        <comment>answers &apos;where is&apos;</comment>
        <translation>%1 にあります。</translation>
    </message>
</context>
<context>
    <name>GlossImap</name>
    <message>
        <source>What can you do?</source>
        <translation>何ができますか?</translation>
    </message>
    <message>
        <source>Seal our talk, please.</source>
        <translation>ここからは封をしてお願いします。</translation>
    </message>
    <message>
        <source>I show who I am.</source>
        <translation>わたしが本人だと示します。</translation>
    </message>
    <message>
        <source>Which boxes do I have?</source>
        <translation>わたしの箱にはどんなものがありますか?</translation>
    </message>
    <message>
        <source>Open the box %1.</source>
        <translation>%1 の箱を開けてください。</translation>
    </message>
    <message>
        <source>Let me look into the box %1.</source>
        <translation>%1 の箱をのぞかせてください。</translation>
    </message>
    <message>
        <source>How full is the box %1?</source>
        <translation>%1 の箱には何通ありますか?</translation>
    </message>
    <message>
        <source>Let me read; the letter stays with you.</source>
        <translation>読ませてください。手紙は局に置いたままで。</translation>
    </message>
    <message>
        <source>What is on the letters?</source>
        <translation>手紙の表には何と書いてありますか?</translation>
    </message>
    <message>
        <source>Find letters for me.</source>
        <translation>手紙を探してください。</translation>
    </message>
    <message>
        <source>Mark it as read, for all my devices.</source>
        <translation>読んだしるしを。どの機器からも見えるように。</translation>
    </message>
    <message>
        <source>Put this mark on it.</source>
        <translation>このしるしを付けてください。</translation>
    </message>
    <message>
        <source>I wait here; tell me when a letter comes.</source>
        <translation>ここで待ちます。手紙が来たら教えてください。</translation>
    </message>
    <message>
        <source>I have waited enough.</source>
        <translation>待つのはここまでにします。</translation>
    </message>
    <message>
        <source>Throw away what I crossed out.</source>
        <translation>消すと決めたものを捨ててください。</translation>
    </message>
    <message>
        <source>Put this letter into the box %1.</source>
        <translation>この手紙を %1 の箱に入れてください。</translation>
    </message>
    <message>
        <source>Put a copy into another box.</source>
        <translation>写しを別の箱に入れてください。</translation>
    </message>
    <message>
        <source>Put it into another box.</source>
        <translation>別の箱に移してください。</translation>
    </message>
    <message>
        <source>Set up a new box.</source>
        <translation>新しい箱を作ってください。</translation>
    </message>
    <message>
        <source>Take this box away.</source>
        <translation>この箱をなくしてください。</translation>
    </message>
    <message>
        <source>Give this box another name.</source>
        <translation>この箱の名前を変えてください。</translation>
    </message>
    <message>
        <source>Close the box.</source>
        <translation>箱を閉じてください。</translation>
    </message>
    <message>
        <source>Is there anything new?</source>
        <translation>新しいものはありますか?</translation>
    </message>
    <message>
        <source>This is the program I am.</source>
        <translation>わたしはこういうソフトです。</translation>
    </message>
    <message>
        <source>That is all. Good-bye.</source>
        <translation>以上です。さようなら。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them new.</source>
        <translation>
            <numerusform>そのうち %n 通が新着です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Letter %1 is gone.</source>
        <translation>%1 番の手紙はなくなりました。</translation>
    </message>
    <message>
        <source>Here is what letter %1 says.</source>
        <translation>%1 番の手紙の中身です。</translation>
    </message>
    <message>
        <source>This is what is on letter %1.</source>
        <translation>%1 番の手紙の表書きです。</translation>
    </message>
    <message>
        <source>I can do this:</source>
        <translation>できることは次のとおりです。</translation>
    </message>
    <message>
        <source>You have this box.</source>
        <translation>この箱があります。</translation>
    </message>
    <message>
        <source>These marks are used here.</source>
        <translation>ここで使うしるしです。</translation>
    </message>
    <message>
        <source>These letters are what you look for.</source>
        <translation>お探しの手紙はこれです。</translation>
    </message>
    <message>
        <source>Good-bye.</source>
        <translation>さようなら。</translation>
    </message>
    <message>
        <source>The numbers you noted still hold.</source>
        <translation>控えてある番号はそのまま使えます。</translation>
    </message>
    <message>
        <source>The next letter gets this number.</source>
        <translation>次の手紙はこの番号になります。</translation>
    </message>
    <message>
        <source>You can set these marks.</source>
        <translation>このしるしを付けられます。</translation>
    </message>
    <message>
        <source>Good day, this is the post office.</source>
        <translation>こんにちは、郵便局です。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>はい。</translation>
    </message>
    <message>
        <source>I do not believe that you are who you say.</source>
        <translation>ご本人とは認められません。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>いいえ。</translation>
    </message>
    <message>
        <source>I do not understand that.</source>
        <translation>意味がわかりません。</translation>
    </message>
    <message>
        <source>Yes: from here on nobody can read along.</source>
        <translation>はい。ここからは誰にも読まれません。</translation>
    </message>
    <message>
        <source>I know you.</source>
        <translation>ご本人ですね。</translation>
    </message>
    <message>
        <source>The box is open.</source>
        <translation>箱を開けました。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>終わりました。</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>どうぞ。</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n letter(s).</source>
        <translation>
            <numerusform>手紙が %n 通あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossPop3</name>
    <message>
        <source>What can you do?</source>
        <translation>何ができますか?</translation>
    </message>
    <message>
        <source>Seal our talk, please.</source>
        <translation>ここからは封をしてお願いします。</translation>
    </message>
    <message>
        <source>I am %1.</source>
        <translation>%1 です。</translation>
    </message>
    <message>
        <source>I show who I am.</source>
        <translation>わたしが本人だと示します。</translation>
    </message>
    <message>
        <source>How many letters are in my box?</source>
        <translation>わたしの箱に手紙は何通ありますか?</translation>
    </message>
    <message>
        <source>How big is each letter?</source>
        <translation>それぞれの手紙の大きさは?</translation>
    </message>
    <message>
        <source>Which letters are they? I want only the new ones.</source>
        <translation>どの手紙ですか? 新しいものだけほしいのです。</translation>
    </message>
    <message>
        <source>Give me letter %1.</source>
        <translation>%1 番の手紙をください。</translation>
    </message>
    <message>
        <source>Show me the top of letter %1.</source>
        <translation>%1 番の手紙のはじめを見せてください。</translation>
    </message>
    <message>
        <source>I have letter %1 at home now; take it out of the box.</source>
        <translation>%1 番は家に持ち帰りました。箱から出してください。</translation>
    </message>
    <message>
        <source>Leave all the letters in the box after all.</source>
        <translation>やはり手紙は箱に残してください。</translation>
    </message>
    <message>
        <source>I am still here.</source>
        <translation>まだここにいます。</translation>
    </message>
    <message>
        <source>That is all. Good-bye.</source>
        <translation>以上です。さようなら。</translation>
    </message>
    <message>
        <source>I do not believe that you are who you say.</source>
        <translation>ご本人とは認められません。</translation>
    </message>
    <message>
        <source>Somebody else is at this box now.</source>
        <translation>いまほかの人がこの箱を使っています。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>いいえ。</translation>
    </message>
    <message>
        <source>That was all of it.</source>
        <translation>これで全部です。</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>どうぞ。</translation>
    </message>
    <message>
        <source>Letter %1 has %2 octets.</source>
        <translation>%1 番の手紙は %2 オクテットです。</translation>
    </message>
    <message>
        <source>Letter %1 bears the mark %2.</source>
        <translation>%1 番の手紙の目じるしは %2 です。</translation>
    </message>
    <message>
        <source>Good day, this is the post office.</source>
        <translation>こんにちは、郵便局です。</translation>
    </message>
    <message>
        <source>Yes: from here on nobody can read along.</source>
        <translation>はい。ここからは誰にも読まれません。</translation>
    </message>
    <message>
        <source>And your password?</source>
        <translation>パスワードは?</translation>
    </message>
    <message>
        <source>I know you. Here is your box.</source>
        <translation>ご本人ですね。あなたの箱です。</translation>
    </message>
    <message>
        <source>I can do this:</source>
        <translation>できることは次のとおりです。</translation>
    </message>
    <message>
        <source>Here it is.</source>
        <translation>これです。</translation>
    </message>
    <message>
        <source>I take it out when you leave.</source>
        <translation>お帰りのときに箱から出します。</translation>
    </message>
    <message>
        <source>Good-bye.</source>
        <translation>さようなら。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>はい。</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n letter(s).</source>
        <translation>
            <numerusform>手紙が %n 通あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossSmtp</name>
    <message>
        <source>Hello, I am %1.</source>
        <translation>こんにちは、%1 です。</translation>
    </message>
    <message>
        <source>Seal our talk, please.</source>
        <translation>ここからは封をしてお願いします。</translation>
    </message>
    <message>
        <source>I show who I am.</source>
        <translation>わたしが本人だと示します。</translation>
    </message>
    <message>
        <source>This is a report: it has no way back.</source>
        <translation>これはお知らせなので、返送先はありません。</translation>
    </message>
    <message>
        <source>If it cannot be delivered, bring it back to %1.</source>
        <translation>届かないときは %1 に返してください。</translation>
    </message>
    <message>
        <source>It goes to %1.</source>
        <translation>宛先は %1 です。</translation>
    </message>
    <message>
        <source>Here is the letter.</source>
        <translation>手紙はこれです。</translation>
    </message>
    <message>
        <source>That was all of it.</source>
        <translation>これで全部です。</translation>
    </message>
    <message>
        <source>Forget what I said; I start anew.</source>
        <translation>いまの話はなしに。はじめからやり直します。</translation>
    </message>
    <message>
        <source>I am still here.</source>
        <translation>まだここにいます。</translation>
    </message>
    <message>
        <source>Does %1 live here?</source>
        <translation>%1 さんはここにいますか?</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>何と言えばよいですか?</translation>
    </message>
    <message>
        <source>That is all. Good-bye.</source>
        <translation>以上です。さようなら。</translation>
    </message>
    <message>
        <source>I can seal what you hand me.</source>
        <translation>封書にできます。</translation>
    </message>
    <message>
        <source>You can show who you are.</source>
        <translation>ご本人だと示せます。</translation>
    </message>
    <message>
        <source>Tell me how big the letter is.</source>
        <translation>手紙の大きさを教えてください。</translation>
    </message>
    <message>
        <source>I take letters of up to %1 MB.</source>
        <translation>%1 MB までの手紙を受け取ります。</translation>
    </message>
    <message>
        <source>Letters may hold any script.</source>
        <translation>手紙にはどんな文字も使えます。</translation>
    </message>
    <message>
        <source>Addresses may hold any script too.</source>
        <translation>宛先にもどんな文字も使えます。</translation>
    </message>
    <message>
        <source>You need not wait for each answer.</source>
        <translation>返事をいちいち待たなくてかまいません。</translation>
    </message>
    <message>
        <source>My answers tell exactly what is wrong.</source>
        <translation>何がいけないのか、返事でくわしく伝えます。</translation>
    </message>
    <message>
        <source>Nobody of that name lives here.</source>
        <translation>そういう名前の人はいません。</translation>
    </message>
    <message>
        <source>I do not carry letters to other towns for you.</source>
        <translation>よその町あての手紙は、あなたからは預かりません。</translation>
    </message>
    <message>
        <source>The letter box is full.</source>
        <translation>郵便受けがいっぱいです。</translation>
    </message>
    <message>
        <source>I cannot serve anybody now. Come back later.</source>
        <translation>いまは誰の相手もできません。出直してください。</translation>
    </message>
    <message>
        <source>Not now. Come back later.</source>
        <translation>いまはだめです。出直してください。</translation>
    </message>
    <message>
        <source>Something went wrong here. Come back later.</source>
        <translation>こちらで具合の悪いことがありました。出直してください。</translation>
    </message>
    <message>
        <source>There is no room now. Come back later.</source>
        <translation>いまは置き場所がありません。出直してください。</translation>
    </message>
    <message>
        <source>I cannot seal it now. Come back later.</source>
        <translation>いまは封ができません。出直してください。</translation>
    </message>
    <message>
        <source>I do not understand that.</source>
        <translation>意味がわかりません。</translation>
    </message>
    <message>
        <source>That does not come next.</source>
        <translation>いま言うことではありません。</translation>
    </message>
    <message>
        <source>I cannot do it that way.</source>
        <translation>そのやり方ではできません。</translation>
    </message>
    <message>
        <source>First show who you are.</source>
        <translation>まずご本人だと示してください。</translation>
    </message>
    <message>
        <source>I do not believe that you are who you say.</source>
        <translation>ご本人とは認められません。</translation>
    </message>
    <message>
        <source>First let us seal our talk.</source>
        <translation>まず封をしましょう。</translation>
    </message>
    <message>
        <source>I do not take it.</source>
        <translation>受け取れません。</translation>
    </message>
    <message>
        <source>The letter is too big.</source>
        <translation>手紙が大きすぎます。</translation>
    </message>
    <message>
        <source>That is not an address I can use.</source>
        <translation>その宛先は使えません。</translation>
    </message>
    <message>
        <source>I do not take it, and that is final.</source>
        <translation>受け取れません。何度来ても同じです。</translation>
    </message>
    <message>
        <source>That town takes no letters at all.</source>
        <translation>その町は手紙をいっさい受け取りません。</translation>
    </message>
    <message>
        <source>No, and that is final.</source>
        <translation>だめです。何度来ても同じです。</translation>
    </message>
    <message>
        <source>Hello.</source>
        <translation>こんにちは。</translation>
    </message>
    <message>
        <source>Yes: from here on nobody can read along.</source>
        <translation>はい。ここからは誰にも読まれません。</translation>
    </message>
    <message>
        <source>Good day, this is %1.</source>
        <translation>こんにちは、%1 です。</translation>
    </message>
    <message>
        <source>Good-bye.</source>
        <translation>さようなら。</translation>
    </message>
    <message>
        <source>I know you.</source>
        <translation>ご本人ですね。</translation>
    </message>
    <message>
        <source>I will have it carried on.</source>
        <translation>転送先へ回します。</translation>
    </message>
    <message>
        <source>I do not tell who lives here. Hand it in, and I will try.</source>
        <translation>誰がいるかはお教えできません。預けてくだされば届けてみます。</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>どうぞ。</translation>
    </message>
    <message>
        <source>Go on; a dot alone ends it.</source>
        <translation>どうぞ。点だけの行が終わりの合図です。</translation>
    </message>
    <message>
        <source>I will take it there.</source>
        <translation>そこへ届けます。</translation>
    </message>
    <message>
        <source>Accepted. From here it is my responsibility.</source>
        <translation>受け付けました。ここからはこの局の責任です。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>はい。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>somebody outside the town</source>
        <translation>町の外の誰か</translation>
    </message>
    <message>
        <source>the DNS server</source>
        <translation>DNSサーバー</translation>
    </message>
    <message>
        <source>%1’s phone</source>
        <translation>%1のスマートフォン</translation>
    </message>
    <message>
        <source>%1’s PC</source>
        <translation>%1のパソコン</translation>
    </message>
    <message>
        <source>the post office</source>
        <comment>the sender of a report</comment>
        <translation>郵便局</translation>
    </message>
    <message>
        <source>a letter</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>the report about %1</source>
        <translation>%1についてのお知らせ</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>%1’s letter</source>
        <translation>%1の手紙</translation>
    </message>
    <message>
        <source>the message of %1</source>
        <translation>%1 のメッセージ</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>the office there is closed</source>
        <translation>相手の局が閉まっています</translation>
    </message>
    <message>
        <source>nobody answers there</source>
        <translation>相手の局が応答しません</translation>
    </message>
    <message>
        <source>the road is closed</source>
        <translation>道が通行止めです</translation>
    </message>
    <message>
        <source>the talk was cut off</source>
        <translation>やりとりが途中で切れました</translation>
    </message>
    <message>
        <source>there is no such town</source>
        <translation>そういう町はありません</translation>
    </message>
    <message>
        <source>the directory office does not answer</source>
        <translation>案内所が答えません</translation>
    </message>
    <message>
        <source>the office there is crowded</source>
        <translation>相手の局が混雑しています</translation>
    </message>
    <message>
        <source>the office there asks to come back later</source>
        <translation>相手の局が出直すように言っています</translation>
    </message>
    <message>
        <source>the office there is full</source>
        <translation>相手の局は置き場所がいっぱいです</translation>
    </message>
    <message>
        <source>nobody of that name lives there</source>
        <translation>その名前の人はそこにいません</translation>
    </message>
    <message>
        <source>the letter is too big for the office there</source>
        <translation>手紙が大きすぎて相手の局に入りません</translation>
    </message>
    <message>
        <source>the office there does not take it</source>
        <translation>相手の局が受け取りません</translation>
    </message>
    <message>
        <source>nobody took it for too long</source>
        <translation>長いあいだ受け取ってもらえませんでした</translation>
    </message>
    <message>
        <source>it went round in circles</source>
        <translation>同じ所をぐるぐる回りました</translation>
    </message>
    <message>
        <source>the door is shut</source>
        <translation>扉が閉まっています</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>返事がありません</translation>
    </message>
    <message>
        <source>too crowded</source>
        <translation>混みすぎです</translation>
    </message>
    <message>
        <source>told to come back later</source>
        <translation>出直すように言われました</translation>
    </message>
    <message>
        <source>no room there</source>
        <translation>置き場所がありません</translation>
    </message>
    <message>
        <source>the letter is too big</source>
        <translation>手紙が大きすぎます</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>受け取ってもらえません</translation>
    </message>
    <message>
        <source>tried for too long</source>
        <translation>長く試しすぎました</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1ミリ秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of a duration</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration from now</comment>
        <translation>あと%1</translation>
    </message>
    <message>
        <source>%1st try</source>
        <translation>%1回目</translation>
    </message>
    <message>
        <source>%1nd try</source>
        <translation>%1回目</translation>
    </message>
    <message>
        <source>%1rd try</source>
        <translation>%1回目</translation>
    </message>
    <message>
        <source>%1th try</source>
        <translation>%1回目</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>format of the date over the clock</comment>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>ddd</source>
        <comment>format of a weekday before a time</comment>
        <translation>ddd&apos;曜&apos;</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <comment>format of the first day under the slider</comment>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>format of a day under the slider</comment>
        <translation>d日(ddd)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Open</name>
    <message>
        <source>This scenario cannot be opened</source>
        <translation>このシナリオは開けません</translation>
    </message>
</context>
<context>
    <name>mailtown::MainWindow</name>
    <message>
        <source>%1 – Mailtown</source>
        <translation>%1 – Mailtown</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>最初へ</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>一つ戻る</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>一つ進む</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の再配達</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
</context>
<context>
    <name>mailtown::TimeSlider</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
</context>
</TS>
