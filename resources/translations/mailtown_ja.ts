<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Mailtown</source>
        <translation>Mailtownについて</translation>
    </message>
    <message>
        <source>Shows how e-mail travels, as a town of post offices.</source>
        <translation>電子メールがどう届くかを、郵便局のある町で見せます。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>自由ソフトウェアです(GNU General Public License バージョン3以降)。無保証です。</translation>
    </message>
    <message>
        <source>It stands on the work of others:</source>
        <translation>次の作品の上に成り立っています。</translation>
    </message>
</context>
<context>
    <name>GlossDns</name>
    <message>
        <source>Which office takes letters for %1?</source>
        <translation>%1 あての手紙は、どの局へ？</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>%1 はどこにありますか？</translation>
    </message>
    <message>
        <source>What is written about %1?</source>
        <translation>%1 について何と書いてありますか？</translation>
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
        <comment>answers 'which office takes letters'</comment>
        <translation>%1 です。</translation>
    </message>
    <message>
        <source>At %1.</source>
        <comment>answers 'where is'</comment>
        <translation>%1 にあります。</translation>
    </message>
</context>
<context>
    <name>GlossImap</name>
    <message>
        <source>What can you do?</source>
        <translation>何ができますか？</translation>
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
        <translation>わたしの箱にはどんなものがありますか？</translation>
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
        <translation>%1 の箱には何通ありますか？</translation>
    </message>
    <message>
        <source>Let me read; the letter stays with you.</source>
        <translation>読ませてください。手紙は局に置いたままで。</translation>
    </message>
    <message>
        <source>What is on the letters?</source>
        <translation>手紙の表には何と書いてありますか？</translation>
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
        <translation>新しいものはありますか？</translation>
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
        <translation>はい。ここからはだれにも読まれません。</translation>
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
        <translation>何ができますか？</translation>
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
        <translation>わたしの箱に手紙は何通ありますか？</translation>
    </message>
    <message>
        <source>How big is each letter?</source>
        <translation>それぞれの手紙の大きさは？</translation>
    </message>
    <message>
        <source>Which letters are they? I want only the new ones.</source>
        <translation>どの手紙ですか？新しいものだけほしいのです。</translation>
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
        <translation>はい。ここからはだれにも読まれません。</translation>
    </message>
    <message>
        <source>And your password?</source>
        <translation>パスワードは？</translation>
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
        <translation>%1 さんはここにいますか？</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>何と言えばよいですか？</translation>
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
        <translation>いまはだれの相手もできません。出直してください。</translation>
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
        <translation>順番が違います。</translation>
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
        <translation>お受けできません。何度お越しいただいても同じです。</translation>
    </message>
    <message>
        <source>That town takes no letters at all.</source>
        <translation>その町は手紙をいっさい受け取りません。</translation>
    </message>
    <message>
        <source>No, and that is final.</source>
        <translation>お受けできません。何度お越しいただいても同じです。</translation>
    </message>
    <message>
        <source>Hello.</source>
        <translation>こんにちは。</translation>
    </message>
    <message>
        <source>Yes: from here on nobody can read along.</source>
        <translation>はい。ここからはだれにも読まれません。</translation>
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
        <translation>だれがいるかはお教えできません。預けてくだされば届けてみます。</translation>
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
    <name>Inspector</name>
    <message>
        <source>&lt;b&gt;Comes back to %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1へ戻っています。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not taken: back to %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;受け取られず、%1へ戻っています。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation>次の再配達は%1。</translation>
    </message>
    <message>
        <source>Next retry %1.</source>
        <translation>次の再試行は%1。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Written on %1.&lt;/b&gt; Now it goes to the counter.</source>
        <translation>&lt;b&gt;%1で書かれました。&lt;/b&gt;これから窓口へ向かいます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Composed on %1.&lt;/b&gt; Its submission comes next.</source>
        <translation>&lt;b&gt;%1で作成されました。&lt;/b&gt;次は送信です。</translation>
    </message>
    <message>
        <source>%1 finds the letter box empty</source>
        <translation>%1が見ると、郵便受けは空</translation>
    </message>
    <message>
        <source>%1: no message in the mailbox</source>
        <translation>%1: メールボックスにメッセージなし</translation>
    </message>
    <message>
        <source>%1 comes to the letter box</source>
        <translation>%1が郵便受けを見に来る</translation>
    </message>
    <message>
        <source>%1 asks for messages</source>
        <translation>%1がメッセージを問い合わせ</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>%1が書かれた</translation>
    </message>
    <message>
        <source>%1 taken in from %2</source>
        <translation>%1を%2から引き受けた</translation>
    </message>
    <message>
        <source>%1 put in the queue</source>
        <translation>%1を棚に置いた</translation>
    </message>
    <message>
        <source>%1 has to wait: %2</source>
        <translation>%1は待つことに: %2</translation>
    </message>
    <message>
        <source>%1 handed to %2</source>
        <translation>%1を%2に渡した</translation>
    </message>
    <message>
        <source>%1 put in the letter box of %2</source>
        <translation>%1を%2の郵便受けに入れた</translation>
    </message>
    <message>
        <source>%1 delivered to %2</source>
        <translation>%1を %2 に配送した</translation>
    </message>
    <message>
        <source>%1 given back: %2</source>
        <translation>%1を返送: %2</translation>
    </message>
    <message>
        <source>%1 fetched by %2</source>
        <translation>%1を%2が受け取った</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1が読まれた</translation>
    </message>
    <message>
        <source>%1 calls at %2</source>
        <translation>%1が%2を訪ねた</translation>
    </message>
    <message>
        <source>%1 finds %2 closed</source>
        <translation>%1が行くと%2は閉まっていた</translation>
    </message>
    <message>
        <source>%1 gets no answer from %2</source>
        <translation>%1に%2から返事がない</translation>
    </message>
    <message>
        <source>%1 asks for %2</source>
        <translation>%1が %2 を問い合わせた</translation>
    </message>
    <message>
        <source>%1 is told: %2</source>
        <translation>%1への答え: %2</translation>
    </message>
    <message>
        <source>%1 closes</source>
        <translation>%1が閉まった</translation>
    </message>
    <message>
        <source>%1 goes down</source>
        <translation>%1が停止した</translation>
    </message>
    <message>
        <source>%1 opens</source>
        <translation>%1が開いた</translation>
    </message>
    <message>
        <source>%1 comes up</source>
        <translation>%1が起動した</translation>
    </message>
    <message>
        <source>The road between %1 and %2 is cut</source>
        <translation>%1と%2の間が通行止めになった</translation>
    </message>
    <message>
        <source>The road between %1 and %2 is mended</source>
        <translation>%1と%2の間が通れるようになった</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>できごと</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a subject</source>
        <translation>件名なし</translation>
    </message>
    <message>
        <source>on the road</source>
        <translation>配達中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の再配達</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>前回の返事</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>ある場所</translation>
    </message>
    <message>
        <source>here, and at the office</source>
        <translation>ここと局</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>ここだけ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>郵便受け</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person and mailbox</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2 new</source>
        <comment>letters in a mailbox, unread ones</comment>
        <translation>%1 通（未読 %2）</translation>
    </message>
    <message>
        <source>read</source>
        <translation>既読</translation>
    </message>
    <message>
        <source>new</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open.&lt;/b&gt; It tells which office takes a town’s letters.</source>
        <translation>&lt;b&gt;営業中。&lt;/b&gt;町の手紙をどの局が受け取るかを教えます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Up.&lt;/b&gt; It answers for every zone of the town.</source>
        <translation>&lt;b&gt;稼働中。&lt;/b&gt;すべてのゾーンに答えます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Closed.&lt;/b&gt; Nobody can ask the way.</source>
        <translation>&lt;b&gt;閉局中。&lt;/b&gt;だれも行き先を聞けません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Down.&lt;/b&gt; No query is answered.</source>
        <translation>&lt;b&gt;停止中。&lt;/b&gt;問い合わせに答えません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; fetches letters home (POP3).</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; は手紙を家に持ち帰ります（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, POP3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;、POP3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; reads letters at the office (IMAP).</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; は手紙を局に置いたまま読みます（IMAP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, IMAP.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;、IMAP。</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>待っている手紙はありません。</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>キューは空です。</translation>
    </message>
    <message numerus="yes">
        <source>%n letters wait.</source>
        <translation>
            <numerusform>%n 通が待っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue.</source>
        <translation>
            <numerusform>キューに %n 通。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Next try %2.</source>
        <comment>letters wait; in 5 min</comment>
        <translation>%1次の再配達は%2です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Open.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;営業中。&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Up.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;稼働中。&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Closed.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;閉局中。&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Down.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;停止中。&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>%1 writes the report</source>
        <translation>%1が返送のお知らせを書く</translation>
    </message>
    <message>
        <source>Written on %1</source>
        <translation>%1で書く</translation>
    </message>
    <message>
        <source>Handed in at the counter of %1</source>
        <translation>%1の窓口に差し出す</translation>
    </message>
    <message>
        <source>Accepted and queued by %1</source>
        <translation>%1が受け付けてキューに入れる</translation>
    </message>
    <message>
        <source>%1: taken by %2</source>
        <translation>%1: %2が受け取る</translation>
    </message>
    <message>
        <source>In %1’s letter box at %2</source>
        <translation>%1の郵便受け（%2）に入る</translation>
    </message>
    <message>
        <source>Stored in the mailbox of %1 at %2</source>
        <translation>%1 のメールボックス（%2）に保存</translation>
    </message>
    <message>
        <source>Given up: %1</source>
        <translation>あきらめる: %1</translation>
    </message>
    <message>
        <source>Bounced: %1</source>
        <translation>配送不能: %1</translation>
    </message>
    <message>
        <source>Fetched home to %1</source>
        <translation>%1に持ち帰る</translation>
    </message>
    <message>
        <source>Downloaded by %1 with POP3</source>
        <translation>%1 が POP3 でダウンロード</translation>
    </message>
    <message>
        <source>A copy on %1</source>
        <translation>%1に写しが出る</translation>
    </message>
    <message>
        <source>Fetched by %1 with IMAP</source>
        <translation>%1 が IMAP で取得</translation>
    </message>
    <message>
        <source>Read on %1</source>
        <translation>%1で読む</translation>
    </message>
    <message>
        <source>Marked as read at %1</source>
        <translation>%1で既読になる</translation>
    </message>
    <message>
        <source>Flagged \Seen at %1</source>
        <translation>%1 で \Seen になる</translation>
    </message>
    <message>
        <source>DNS: %1 %2 → %3</source>
        <comment>name, record type, answer</comment>
        <translation>DNS: %1 %2 → %3</translation>
    </message>
    <message>
        <source>Directory: mail for %1 goes to %2</source>
        <translation>案内所: %1 あては%2へ</translation>
    </message>
    <message>
        <source>Directory: there is no %1</source>
        <translation>案内所: %1 という町はない</translation>
    </message>
    <message>
        <source>The directory does not answer</source>
        <translation>案内所の返事がない</translation>
    </message>
    <message>
        <source>%1 at the counter: %2</source>
        <translation>%1の差し出し: %2</translation>
    </message>
    <message>
        <source>%1, submission: %2</source>
        <translation>%1の送信: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>17th try: the door was shut</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tries between</source>
        <translation>
            <numerusform>間に %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 apart</source>
        <translation>%1、%2おき</translation>
    </message>
    <message>
        <source>%1, %2 to %3 apart</source>
        <translation>%1、%2〜%3おき</translation>
    </message>
    <message>
        <source>%1: on the road</source>
        <translation>%1: 配達中</translation>
    </message>
    <message>
        <source>%1: connected or connecting</source>
        <translation>%1: 接続中</translation>
    </message>
    <message>
        <source>On the way to the counter</source>
        <translation>窓口へ向かう</translation>
    </message>
    <message>
        <source>next try</source>
        <translation>次の再配達</translation>
    </message>
    <message>
        <source>next retry</source>
        <translation>次の再送</translation>
    </message>
    <message>
        <source>goes back to %1, if nobody takes it</source>
        <translation>受け取られなければ%1に返送</translation>
    </message>
    <message>
        <source>is thrown away, if nobody takes it</source>
        <translation>受け取られなければ破棄</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>sender and recipient</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a clause that becomes a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Leaving %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1を出るところ。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Waits on the shelf of %1.&lt;/b&gt; Next try %2.</source>
        <translation>&lt;b&gt;%1の棚で再配達待ち。&lt;/b&gt;次は%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Deferred in the queue of %1.&lt;/b&gt; Next retry %2.</source>
        <translation>&lt;b&gt;%1 のキューで再送待ち。&lt;/b&gt;次は%2。</translation>
    </message>
    <message>
        <source>%1 the letter goes back to %2.</source>
        <comment>in 4 d 10 h, Aoki</comment>
        <translation>%1で%2に返送されます。</translation>
    </message>
    <message>
        <source>%1 it is thrown away.</source>
        <comment>in 4 d 10 h</comment>
        <translation>%1で破棄されます。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>three sentences</comment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>&lt;b&gt;Read.&lt;/b&gt; %1, %2.</source>
        <comment>where and when</comment>
        <translation>&lt;b&gt;読まれました。&lt;/b&gt;%1、%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Fetched home.&lt;/b&gt; %1, %2.</source>
        <translation>&lt;b&gt;家に持ち帰りました。&lt;/b&gt;%1、%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Seen, and still at the office.&lt;/b&gt; %1, %2.</source>
        <comment>an IMAP copy at a device</comment>
        <translation>&lt;b&gt;写しが届き、手紙は局にあります。&lt;/b&gt;%1、%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;In the letter box of %1&lt;/b&gt; at %2 since %3.</source>
        <translation>&lt;b&gt;%1の郵便受けに入りました。&lt;/b&gt;%2、%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;In the mailbox of %1&lt;/b&gt; at %2 since %3.</source>
        <translation>&lt;b&gt;%1 のメールボックスに入りました。&lt;/b&gt;%2、%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not delivered.&lt;/b&gt; %1 gave it back: %2.</source>
        <translation>&lt;b&gt;届きませんでした。&lt;/b&gt;%1が返送: %2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bounced.&lt;/b&gt; %1: %2.</source>
        <translation>&lt;b&gt;配送不能。&lt;/b&gt;%1: %2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Still on %1.&lt;/b&gt; It could not be handed in: %2.</source>
        <translation>&lt;b&gt;まだ%1にあります。&lt;/b&gt;差し出せませんでした: %2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;On the way to the counter.&lt;/b&gt; Written on %1.</source>
        <translation>&lt;b&gt;窓口へ向かっています。&lt;/b&gt;%1で書かれました。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not written yet.&lt;/b&gt;</source>
        <translation>&lt;b&gt;まだ書かれていません。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The letter itself.</source>
        <translation>手紙そのもの。</translation>
    </message>
    <message>
        <source>
… cut here: the letter is longer</source>
        <translation>
… ここで省略: 手紙はもっと長い</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Nothing has been written yet.
Choose a letter or a house on the map.</source>
        <translation>まだ手紙は書かれていません。
地図の手紙や建物を選んでください。</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <comment>1st try, Fuji office, the door was shut</comment>
        <translation>%1（%2）: %3</translation>
    </message>
    <message>
        <source>Being submitted</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Asking the directory for the way</source>
        <translation>案内所に行き先を尋ねる</translation>
    </message>
    <message>
        <source>DNS query under way</source>
        <translation>DNSに問い合わせ中</translation>
    </message>
    <message>
        <source>The directory answers</source>
        <translation>案内所が答える</translation>
    </message>
    <message>
        <source>DNS answer under way</source>
        <translation>DNSが応答中</translation>
    </message>
    <message>
        <source>On the way home to %1</source>
        <translation>%1へ持ち帰る途中</translation>
    </message>
    <message>
        <source>Being downloaded by %1 with POP3</source>
        <translation>%1 が POP3 でダウンロード中</translation>
    </message>
    <message>
        <source>%1 looks into the letter box</source>
        <translation>%1が郵便受けをのぞく</translation>
    </message>
    <message>
        <source>Being fetched by %1 with IMAP</source>
        <translation>%1 が IMAP で取得中</translation>
    </message>
    <message>
        <source>&lt;b&gt;Stands before %1.&lt;/b&gt; %2.</source>
        <translation>&lt;b&gt;%1の前に来ました。&lt;/b&gt;%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not taken by %1.&lt;/b&gt; %2.</source>
        <translation>&lt;b&gt;%1 に渡せません。&lt;/b&gt;%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Waits at %1,&lt;/b&gt; which asks the directory for the way.</source>
        <translation>&lt;b&gt;%1で待っています。&lt;/b&gt;局が案内所に行き先を尋ねています。</translation>
    </message>
    <message>
        <source>&lt;b&gt;In the queue of %1.&lt;/b&gt; A DNS query is under way.</source>
        <translation>&lt;b&gt;%1 のキューにあります。&lt;/b&gt;DNSに問い合わせ中です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;On the road to %1, %2.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1へ配達中、%2。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Being relayed to %1, %2.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1 へ中継中、%2。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;On the way home&lt;/b&gt; to %1 (POP3).</source>
        <translation>&lt;b&gt;%1へ持ち帰る途中です&lt;/b&gt;（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Being downloaded&lt;/b&gt; by %1 (POP3).</source>
        <translation>&lt;b&gt;%1 がダウンロード中です&lt;/b&gt;（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 looks into the letter box.&lt;/b&gt; The letter stays at %2 (IMAP).</source>
        <translation>&lt;b&gt;%1が郵便受けをのぞいています。&lt;/b&gt;手紙は%2に残ります（IMAP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 fetches it&lt;/b&gt; from %2 (IMAP).</source>
        <translation>&lt;b&gt;%1 が %2 から取得中です&lt;/b&gt;（IMAP）。</translation>
    </message>
    <message>
        <source>%1 has opened again.</source>
        <translation>%1はまた開いています。</translation>
    </message>
    <message>
        <source>%1 is up again.</source>
        <translation>%1 は復旧しています。</translation>
    </message>
    <message>
        <source>If this try fails, the letter goes back to %1.</source>
        <translation>今回届かなければ、%1に返送されます。</translation>
    </message>
    <message>
        <source>If this try fails, it is thrown away.</source>
        <translation>今回届かなければ、破棄されます。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1, %2 times since %3</source>
        <comment>Aoki’s PC calls at Sakura office</comment>
        <translation>%1（%3から%2回）</translation>
    </message>
    <message>
        <source>Into a letter box of its own office</source>
        <translation>同じ局の郵便受けへ</translation>
    </message>
    <message>
        <source>Being stored</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>&lt;b&gt;Into a letter box&lt;/b&gt; of %1.</source>
        <translation>&lt;b&gt;%1の郵便受けへ。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Being stored&lt;/b&gt; on %1.</source>
        <translation>&lt;b&gt;%1 に保存中。&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>not delivered</source>
        <translation>届かなかった</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>%1後にもう一度</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1へ</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <comment>17th try</comment>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which office is for %1?</source>
        <translation>%1はどの局？</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>%1はどこ？</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>差し出した</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1にある</translation>
    </message>
    <message>
        <source>in %1’s box</source>
        <translation>%1の郵便受けの中</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <comment>on the sign of a shut post office</comment>
        <translation>閉局中</translation>
    </message>
    <message>
        <source>again at once</source>
        <translation>すぐにもう一度</translation>
    </message>
    <message>
        <source>to the letter box</source>
        <translation>郵便受けへ</translation>
    </message>
    <message>
        <source>no letter</source>
        <translation>手紙なし</translation>
    </message>
    <message>
        <source>in the mailbox of %1</source>
        <translation>%1のメールボックスの中</translation>
    </message>
    <message>
        <source>in their letter boxes</source>
        <translation>それぞれの郵便受けの中</translation>
    </message>
    <message>
        <source>in their mailboxes</source>
        <translation>それぞれのメールボックスの中</translation>
    </message>
    <message>
        <source>queued</source>
        <comment>a message at a server</comment>
        <translation>キューに入った</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>somebody outside the town</source>
        <translation>町の外のだれか</translation>
    </message>
    <message>
        <source>the DNS server</source>
        <translation>DNSサーバー</translation>
    </message>
    <message>
        <source>%1’s phone</source>
        <translation>%1のスマホ</translation>
    </message>
    <message>
        <source>%1’s PC</source>
        <translation>%1のPC</translation>
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
        <translation>%1の返送のお知らせ</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>返送のお知らせ</translation>
    </message>
    <message>
        <source>%1’s letter</source>
        <translation>%1の手紙</translation>
    </message>
    <message>
        <source>the message of %1</source>
        <translation>%1 のメッセージ</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two people</comment>
        <translation>%1と%2</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <comment>people</comment>
        <translation>%1とほか%2人</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>&lt;b&gt;The town is quiet.&lt;/b&gt; No letter is under way.</source>
        <translation>&lt;b&gt;町は静かです。&lt;/b&gt;動いている手紙はありません。</translation>
    </message>
    <message>
        <source>The next try is %1.</source>
        <translation>%1で次の再配達です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 closes.&lt;/b&gt; Nobody can hand in or fetch letters there.</source>
        <translation>&lt;b&gt;%1が閉まります。&lt;/b&gt;手紙を出すことも受け取ることもできません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is closed.&lt;/b&gt; Nobody can hand in or fetch letters there.</source>
        <translation>&lt;b&gt;%1は閉まっています。&lt;/b&gt;手紙を出すことも受け取ることもできません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is down.&lt;/b&gt; It refuses every connection.</source>
        <translation>&lt;b&gt;%1は停止しています。&lt;/b&gt;どの接続も拒否します。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 goes down.&lt;/b&gt; It refuses every connection.</source>
        <translation>&lt;b&gt;%1が停止します。&lt;/b&gt;どの接続も拒否します。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 opens again.&lt;/b&gt; Letters that wait for it come with their next try.</source>
        <translation>&lt;b&gt;%1がまた開きます。&lt;/b&gt;待っている手紙は、次の再配達で届きます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is up again.&lt;/b&gt; Deferred messages arrive with their next retry.</source>
        <translation>&lt;b&gt;%1が復旧します。&lt;/b&gt;再送待ちのメッセージは次の再送で届きます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The road between %1 and %2 is closed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1と%2の間の道が通行止めです。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The link between %1 and %2 is cut.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1と%2の間のリンクが切れました。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The road between %1 and %2 is open again.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1と%2の間の道がまた通れます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The link between %1 and %2 is mended.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1と%2の間のリンクが直りました。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The town is quiet.&lt;/b&gt; At %1 %2 writes a letter.</source>
        <translation>&lt;b&gt;町は静かです。&lt;/b&gt;%1に%2が手紙を書きます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 tries again&lt;/b&gt; to hand in the letter at %2.</source>
        <translation>&lt;b&gt;%1がもう一度、手紙を出しに行きます。&lt;/b&gt;行き先は%2です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 tries again&lt;/b&gt; to submit the message to %2 (SMTP).</source>
        <translation>&lt;b&gt;%1がもう一度、メッセージを送ります。&lt;/b&gt;送り先は%2です（SMTP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 takes a letter to the counter&lt;/b&gt; of %2.</source>
        <translation>&lt;b&gt;%1が手紙を出しに行きます。&lt;/b&gt;%2の差出窓口へ持って行きます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 submits a message&lt;/b&gt; to %2 (SMTP).</source>
        <translation>&lt;b&gt;%1がメッセージを送ります。&lt;/b&gt;送り先は%2です（SMTP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 has taken %2.&lt;/b&gt; From here it is responsible for it.</source>
        <translation>&lt;b&gt;%1が%2を引き受けました。&lt;/b&gt;ここからはこの局の責任です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 answers 250 and queues %2.&lt;/b&gt; From here it is responsible for it.</source>
        <translation>&lt;b&gt;%1が250と答え、%2をキューに入れました。&lt;/b&gt;ここからはこのサーバーの責任です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 does not take the letter:&lt;/b&gt; %2.</source>
        <translation>&lt;b&gt;%1は手紙を受け取りません。&lt;/b&gt;%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 keeps the letter for now:&lt;/b&gt; %2. %3</source>
        <translation>&lt;b&gt;%1が手紙を持ったままです。&lt;/b&gt;%2。%3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 does not reach %2:&lt;/b&gt; %3.</source>
        <translation>&lt;b&gt;%1は%2に届きません。&lt;/b&gt;%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 does not take %2:&lt;/b&gt; %3.</source>
        <translation>&lt;b&gt;%1は%2を受け取りません。&lt;/b&gt;%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 comes back to %2&lt;/b&gt; and goes onto the shelf. %3</source>
        <translation>&lt;b&gt;%1が%2に戻ります。&lt;/b&gt;再配達待ちの棚に載ります。%3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 stays in the queue of %2.&lt;/b&gt; %3</source>
        <translation>&lt;b&gt;%1は%2のキューに残ります。&lt;/b&gt;%3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 lies in %2’s letter box&lt;/b&gt; at %3.</source>
        <translation>&lt;b&gt;%1が%2の郵便受けに届きました。&lt;/b&gt;郵便受けは%3にあります。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is stored in the mailbox of %2&lt;/b&gt; on %3.</source>
        <translation>&lt;b&gt;%1が%2のメールボックスに入りました&lt;/b&gt;（%3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 carries %2&lt;/b&gt; to %3.</source>
        <translation>&lt;b&gt;%1が%2を運びます。&lt;/b&gt;行き先は%3です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 relays %2&lt;/b&gt; to %3 (SMTP).</source>
        <translation>&lt;b&gt;%1が%2を中継します。&lt;/b&gt;中継先は%3です（SMTP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 tries again&lt;/b&gt; to bring %2 to %3: the %4.</source>
        <translation>&lt;b&gt;%1がもう一度、&lt;/b&gt;%2を%3へ届けに行きます（%4）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 retries&lt;/b&gt; to relay %2 to %3, the %4.</source>
        <translation>&lt;b&gt;%1が再送します。&lt;/b&gt;%2を%3へ（%4）。</translation>
    </message>
    <message>
        <source>It is still closed.</source>
        <translation>そこはまだ閉まっています。</translation>
    </message>
    <message>
        <source>It is still down.</source>
        <translation>相手はまだ停止中です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The directory office does not answer&lt;/b&gt; %1.</source>
        <translation>&lt;b&gt;案内所が答えません。&lt;/b&gt;尋ねているのは%1です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 asks DNS&lt;/b&gt; for %2.</source>
        <translation>&lt;b&gt;%1がDNSに問い合わせます。&lt;/b&gt;%2</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 asks the directory office:&lt;/b&gt; which office takes letters for %2?</source>
        <translation>&lt;b&gt;%1が案内所に尋ねます。&lt;/b&gt;「%2あての手紙はどの局ですか。」</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 asks the directory office:&lt;/b&gt; where is %2?</source>
        <translation>&lt;b&gt;%1が案内所に尋ねます。&lt;/b&gt;「%2はどこですか。」</translation>
    </message>
    <message>
        <source>&lt;b&gt;DNS answers %1:&lt;/b&gt; %2 → %3.</source>
        <translation>&lt;b&gt;DNSが%1に答えます。&lt;/b&gt;%2 → %3</translation>
    </message>
    <message>
        <source>&lt;b&gt;The directory office answers:&lt;/b&gt; there is no %1.</source>
        <translation>&lt;b&gt;案内所が答えます。&lt;/b&gt;「%1はありません。」</translation>
    </message>
    <message>
        <source>&lt;b&gt;The directory office answers:&lt;/b&gt; %1 is at number %2.</source>
        <translation>&lt;b&gt;案内所が答えます。&lt;/b&gt;「%1は%2番地です。」</translation>
    </message>
    <message>
        <source>&lt;b&gt;The directory office answers:&lt;/b&gt; letters for %1 go to %2.</source>
        <translation>&lt;b&gt;案内所が答えます。&lt;/b&gt;「%1あての手紙は%2へ。」</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is on %2 now.&lt;/b&gt; A copy stays in the letter box at %3.</source>
        <translation>&lt;b&gt;%1は%2に移りました。&lt;/b&gt;写しが%3の郵便受けに残ります。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is on %2 now.&lt;/b&gt; A copy stays on %3 (POP3).</source>
        <translation>&lt;b&gt;%1は%2に移りました。&lt;/b&gt;写しが%3に残ります（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is on %2 now,&lt;/b&gt; and no longer in the letter box.</source>
        <translation>&lt;b&gt;%1は%2に移りました。&lt;/b&gt;郵便受けにはもうありません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is on %2 now&lt;/b&gt; and deleted from the mailbox (POP3).</source>
        <translation>&lt;b&gt;%1は%2に移りました。&lt;/b&gt;メールボックスからは消えました（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 fetches %2&lt;/b&gt; from the letter box at %3.</source>
        <translation>&lt;b&gt;%1が%2を受け取りに来ました。&lt;/b&gt;%3の郵便受けから持ち帰ります。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 downloads %2&lt;/b&gt; from %3 (POP3).</source>
        <translation>&lt;b&gt;%1が%2をダウンロードします。&lt;/b&gt;相手は%3です（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 shows %2.&lt;/b&gt; The letter itself stays in the box at %3.</source>
        <translation>&lt;b&gt;%1に%2が表示されています。&lt;/b&gt;手紙そのものは%3の郵便受けに残ります。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 shows %2.&lt;/b&gt; The message itself stays on %3 (IMAP).</source>
        <translation>&lt;b&gt;%1に%2が表示されています。&lt;/b&gt;メッセージそのものは%3に残ります（IMAP）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 looks into the letter box&lt;/b&gt; at %3 and sees %2.</source>
        <translation>&lt;b&gt;%1が郵便受けをのぞきます。&lt;/b&gt;%3に%2がありました。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 reads %2&lt;/b&gt; on %3 (IMAP).</source>
        <translation>&lt;b&gt;%1が%2を読みます。&lt;/b&gt;メッセージは%3にあります（IMAP）。</translation>
    </message>
    <message>
        <source>The next try follows at once.</source>
        <translation>すぐに再配達に出ます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The town is quiet.&lt;/b&gt; %1 is about to write.</source>
        <translation>&lt;b&gt;町は静かです。&lt;/b&gt;%1がまもなく手紙を書きます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The town is quiet.&lt;/b&gt; %1 writes a letter %2.</source>
        <comment>%2: in 2 s</comment>
        <translation>&lt;b&gt;町は静かです。&lt;/b&gt;%2で%1が手紙を書きます。</translation>
    </message>
    <message>
        <source>The door of %1 was shut.</source>
        <translation>%1の扉が閉まっていました。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a host and what it answered</comment>
        <translation>%1では、%2。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 comes to %2 in vain:&lt;/b&gt; %3.</source>
        <translation>&lt;b&gt;%1が%2の前に来ました。&lt;/b&gt;%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Again and again:&lt;/b&gt; the %1 for %3, and %2 is still closed.</source>
        <translation>&lt;b&gt;何度も届けに行きます。&lt;/b&gt;%3の%1も、%2は閉まったままです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Again and again:&lt;/b&gt; the %1 for %3, and %2 still refuses the connection.</source>
        <translation>&lt;b&gt;再送を繰り返します。&lt;/b&gt;%3の%1も、%2は接続を拒否しました。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Again and again:&lt;/b&gt; the %1 for %4 ends at %2 like the one before. %3.</source>
        <translation>&lt;b&gt;何度も届けに行きます。&lt;/b&gt;%4の%1も、%2では前と同じでした。%3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 waits at %2.&lt;/b&gt; %3 %4</source>
        <translation>&lt;b&gt;%1は%2で待っています。&lt;/b&gt;%3%4</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is deferred at %2.&lt;/b&gt; %3 %4</source>
        <translation>&lt;b&gt;%1は%2で再送待ちです。&lt;/b&gt;%3%4</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 gives up after %2.&lt;/b&gt; It could not deliver %3 and writes to the sender.</source>
        <translation>&lt;b&gt;%1は%2であきらめました。&lt;/b&gt;%3は届かなかったと、差出人に知らせます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 gives up after %2.&lt;/b&gt; It sends a delivery report about %3 to the return path.</source>
        <translation>&lt;b&gt;%1は%2で配送を断念します。&lt;/b&gt;%3の配送不能通知をリターンパスへ送ります。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The report lies in %1’s letter box&lt;/b&gt; at %2: the letter could not be delivered.</source>
        <translation>&lt;b&gt;返送のお知らせが%1の郵便受けにあります。&lt;/b&gt;郵便受けは%2です。手紙は届きませんでした。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The delivery report is in the mailbox of %1&lt;/b&gt; on %2.</source>
        <translation>&lt;b&gt;配送不能通知が%1のメールボックスに入りました&lt;/b&gt;（%2）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 lies in the letter boxes&lt;/b&gt; of %2 at %3.</source>
        <translation>&lt;b&gt;%1が届きました。&lt;/b&gt;%2の郵便受けの中です（%3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is stored in the mailboxes&lt;/b&gt; of %2 on %3.</source>
        <translation>&lt;b&gt;%1がメールボックスに入りました。&lt;/b&gt;%2の分です（%3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 writes to %2&lt;/b&gt; that the letter could not be delivered.</source>
        <translation>&lt;b&gt;%1が%2に知らせを書きます。&lt;/b&gt;手紙は届けられませんでした。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 writes a delivery report&lt;/b&gt; to %2.</source>
        <translation>&lt;b&gt;%1が配送不能通知を書きます。&lt;/b&gt;宛先は%2です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 puts %2&lt;/b&gt; into %3’s letter box.</source>
        <translation>&lt;b&gt;%1が%2を%3の郵便受けに入れます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 delivers %2&lt;/b&gt; to the mailbox of %3.</source>
        <translation>&lt;b&gt;%1が%2をメールボックスに配送します。&lt;/b&gt;宛先は%3です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 looks into the letter box&lt;/b&gt; at %2: the letter has come back.</source>
        <translation>&lt;b&gt;%1が郵便受けをのぞきます。&lt;/b&gt;%2に手紙が返ってきていました。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 fetches the delivery report&lt;/b&gt; from %2.</source>
        <translation>&lt;b&gt;%1が配送不能通知を受け取ります。&lt;/b&gt;相手は%2です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 shows the report:&lt;/b&gt; the letter could not be delivered.</source>
        <translation>&lt;b&gt;%1に返送のお知らせが表示されています。&lt;/b&gt;手紙は届きませんでした。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 shows the delivery report.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1に配送不能通知が表示されています。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 reads&lt;/b&gt; that the letter did not arrive.</source>
        <translation>&lt;b&gt;%1が返送のお知らせを読みます。&lt;/b&gt;手紙は届いていませんでした。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 reads the delivery report.&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1が配送不能通知を読みます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 goes to the letter box&lt;/b&gt; at %2.</source>
        <translation>&lt;b&gt;%1が郵便受けを見に行きます。&lt;/b&gt;郵便受けは%2です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 asks %2&lt;/b&gt; for new messages (POP3).</source>
        <translation>&lt;b&gt;%1が新着を問い合わせます。&lt;/b&gt;相手は%2です（POP3）。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 finds the letter box empty:&lt;/b&gt; %2 took the letter home.</source>
        <translation>&lt;b&gt;%1が見ると、郵便受けは空でした。&lt;/b&gt;手紙は%2が持ち帰っています。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 finds no message:&lt;/b&gt; %2 has downloaded and deleted it (POP3).</source>
        <translation>&lt;b&gt;%1にはメッセージがありません。&lt;/b&gt;%2がダウンロードして消しました（POP3）。</translation>
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
        <source>nobody answers</source>
        <translation>返事がありません</translation>
    </message>
    <message>
        <source>too crowded</source>
        <translation>混雑しています</translation>
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
        <source>the door was shut</source>
        <translation>扉が閉まっていました</translation>
    </message>
    <message>
        <source>the time was up</source>
        <translation>期限が切れました</translation>
    </message>
</context>
<context>
    <name>SandboxPanel</name>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>接続の保護</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
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
        <translation>ddd'曜'</translation>
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
    <message>
        <source>at once</source>
        <translation>すぐに</translation>
    </message>
</context>
<context>
    <name>mailtown::Commands</name>
    <message>
        <source>&amp;Scenarios</source>
        <translation>シナリオ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>一歩もどる(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;One step on</source>
        <translation>一歩すすむ(&amp;O)</translation>
    </message>
    <message>
        <source>To the &amp;next try</source>
        <translation>次の再配達へ(&amp;N)</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>はじめへ(&amp;S)</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>終わりへ(&amp;E)</translation>
    </message>
    <message>
        <source>Story s&amp;peed</source>
        <translation>物語の速さ(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>大きく(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>小さく(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;All of the town</source>
        <translation>町全体(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追いかける(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>暗い画面(&amp;D)</translation>
    </message>
    <message>
        <source>Letters do not &amp;move</source>
        <translation>手紙を動かさない(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;About Mailtown</source>
        <translation>Mailtownについて(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qtについて(&amp;Q)</translation>
    </message>
    <message>
        <source>Choose one of the scenarios that come with Mailtown</source>
        <translation>付属のシナリオから選ぶ</translation>
    </message>
    <message>
        <source>Keep the letter that is told about in view (%1)</source>
        <translation>話の手紙がいつも見えるようにする(%1)</translation>
    </message>
    <message>
        <source>Show all of the town</source>
        <translation>町全体を見る</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>暗い画面・明るい画面</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>スペース</translation>
    </message>
    <message>
        <source>&amp;Write a letter</source>
        <translation>手紙を書く(&amp;W)</translation>
    </message>
    <message>
        <source>Sand&amp;box</source>
        <translation>サンドボックス(&amp;B)</translation>
    </message>
    <message>
        <source>Real mail programs post and fetch letters in this town</source>
        <translation>本物のメールソフトで、この町の手紙を出したり受け取ったりできます</translation>
    </message>
</context>
<context>
    <name>mailtown::Composer</name>
    <message>
        <source>%1 · %2</source>
        <comment>device and address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>“%1” is not an address. An address looks like name@town.example.</source>
        <translation>「%1」は宛先として読めません。宛先は name@town.example のように書きます。</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>だれに送りますか？</translation>
    </message>
    <message>
        <source>Write a letter</source>
        <translation>手紙を書く</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>sato@fuji.example, or a name</source>
        <translation>sato@fuji.example または名前</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>What do you want to say?</source>
        <translation>何を伝えますか？</translation>
    </message>
    <message>
        <source>Post it</source>
        <translation>投函する</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>mailtown::ConversationView</name>
    <message>
        <source>%1 → %2</source>
        <comment>client and server</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>At the counter: %1 and %2</source>
        <translation>差出窓口で: %1と%2</translation>
    </message>
    <message>
        <source>At the letter box: %1 and %2</source>
        <translation>郵便受けで: %1と%2</translation>
    </message>
    <message>
        <source>%1 asks the directory</source>
        <translation>案内所とのやりとり: %1</translation>
    </message>
    <message>
        <source>At the arrivals door: %1 and %2</source>
        <translation>受取口で: %1と%2</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>まだ何も話していません。</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>封書</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>まだ返事がありません。</translation>
    </message>
    <message>
        <source>Nothing was said: nobody opened the door.</source>
        <translation>だれも扉を開けず、話はできませんでした。</translation>
    </message>
</context>
<context>
    <name>mailtown::HostPanel</name>
    <message>
        <source>Outbox</source>
        <translation>送信箱</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>再配達待ちの棚</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>送信キュー</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>Letter boxes</source>
        <translation>郵便受け</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>メールボックス</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記録</translation>
    </message>
</context>
<context>
    <name>mailtown::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Nothing has been written yet.
Choose a letter or a house on the map.</source>
        <translation>まだ手紙は書かれていません。
地図の手紙や建物を選んでください。</translation>
    </message>
</context>
<context>
    <name>mailtown::LetterCards</name>
    <message>
        <source>To · RCPT TO</source>
        <translation>宛先 RCPT TO</translation>
    </message>
    <message>
        <source>RCPT TO</source>
        <translation>RCPT TO</translation>
    </message>
    <message>
        <source>Goes back to · MAIL FROM</source>
        <translation>返送先 MAIL FROM</translation>
    </message>
    <message>
        <source>MAIL FROM</source>
        <translation>MAIL FROM</translation>
    </message>
    <message>
        <source>&lt;&gt; (nobody: it is a report)</source>
        <translation>&lt;&gt; （なし: 返送のお知らせ）</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>what the offices read</source>
        <translation>局どうしが読む</translation>
    </message>
    <message>
        <source>what SMTP servers act on</source>
        <translation>SMTP サーバーが読む</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>頭書き</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>written on top of the letter, not on the envelope</source>
        <translation>便箋の上に書くもの、封筒とは別</translation>
    </message>
    <message>
        <source>part of the message, independent of the envelope</source>
        <translation>メッセージの一部、エンベロープとは別</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>what the recipient reads</source>
        <translation>受け取った人が読む</translation>
    </message>
</context>
<context>
    <name>mailtown::LetterPanel</name>
    <message>
        <source>Envelope</source>
        <translation>封筒と中身</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>旅の記録</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
</context>
<context>
    <name>mailtown::MainWindow</name>
    <message>
        <source>%1 – Mailtown</source>
        <translation>%1 – Mailtown</translation>
    </message>
    <message>
        <source>Mailtown</source>
        <translation>Mailtown</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>mailtown::MapView</name>
    <message>
        <source>Switch %1 off</source>
        <translation>%1を閉める</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>%1を開ける</translation>
    </message>
    <message>
        <source>reads by IMAP</source>
        <translation>IMAPで読む</translation>
    </message>
    <message>
        <source>fetches by POP3</source>
        <translation>POP3で受け取る</translation>
    </message>
    <message>
        <source>open</source>
        <translation>営業中</translation>
    </message>
    <message>
        <source>up</source>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉局中</translation>
    </message>
    <message>
        <source>down</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>waiting on the shelf: %1</source>
        <translation>再配達待ちの棚: %1通</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>次の再配達まで%1</translation>
    </message>
    <message>
        <source>in the letter boxes: %1</source>
        <translation>郵便受け: %1通</translation>
    </message>
    <message>
        <source>Cut the road between %1 and %2</source>
        <translation>%1と%2の間の道を通行止めにする</translation>
    </message>
    <message>
        <source>Mend the road between %1 and %2</source>
        <translation>%1と%2の間の道を通れるようにする</translation>
    </message>
    <message>
        <source>Show all of the town</source>
        <translation>町全体を見る</translation>
    </message>
    <message>
        <source>Map of the town</source>
        <translation>町の地図</translation>
    </message>
</context>
<context>
    <name>mailtown::Menus</name>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>一覧を消す(&amp;F)</translation>
    </message>
    <message>
        <source>No scenario is open</source>
        <translation>シナリオが開かれていません</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1は営業中</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1は稼働中</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近のファイル(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;own</source>
        <translation>町(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>時間(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>mailtown::NarrationLine</name>
    <message>
        <source>Everyday</source>
        <comment>words a class knows</comment>
        <translation>ふだんの言葉</translation>
    </message>
    <message>
        <source>Protocol</source>
        <comment>the field&apos;s own terms</comment>
        <translation>専門用語</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
</context>
<context>
    <name>mailtown::SandboxPanel</name>
    <message>
        <source>The servers cannot listen: %1</source>
        <translation>サーバーは受付を始められません: %1</translation>
    </message>
    <message>
        <source>Port %1 at %2 (%3) is taken by another program, perhaps another Mailtown.</source>
        <translation>%2 のポート %1(%3)は別のプログラムが使っています。もう一つの Mailtown かもしれません。</translation>
    </message>
    <message>
        <source>Nothing can listen on port %1 at %2 (%3): %4</source>
        <translation>%2 のポート %1(%3)では受付ができません: %4</translation>
    </message>
    <message>
        <source>Close that program and start listening again, or serve the town at another address in a terminal: %1</source>
        <translation>そのプログラムを終了してからもう一度受付を始めるか、ターミナルで別のアドレスを使ってください: %1</translation>
    </message>
    <message numerus="yes">
        <source>In all, %n of the town’s ports cannot be had.</source>
        <translation>
            <numerusform>全部で %n 個のポートが使えません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>受付をやめる</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>受付を始める</translation>
    </message>
    <message>
        <source>The town’s servers listen on this computer only, at %1.</source>
        <translation>町のサーバーはこのコンピューターの中だけで受け付けています（%1）。</translation>
    </message>
    <message>
        <source>Real mail programs on this computer can post and read letters in the town.</source>
        <translation>このコンピューターの本物のメールソフトで、町の手紙を出したり読んだりできます。</translation>
    </message>
    <message numerus="yes">
        <source>%n programs are connected.</source>
        <translation>
            <numerusform>%n 個のソフトが接続中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your program will ask about the certificate: Mailtown made it on this computer. Allow it once. It lies in %1.</source>
        <translation>メールソフトが証明書について尋ねます。Mailtown がこのコンピューターで作ったものなので、一度許可してください。場所は %1 です。</translation>
    </message>
    <message>
        <source>Your program will ask about the certificate: Mailtown makes it on this computer. Allow it once.</source>
        <translation>メールソフトが証明書について尋ねます。Mailtown がこのコンピューターで作るものなので、一度許可してください。</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>サンドボックス</translation>
    </message>
    <message>
        <source>Put these into your mail program</source>
        <translation>メールソフトに入れる設定</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person and address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉局中</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n 件接続中</numerusform>
        </translation>
    </message>
    <message>
        <source>DNS, UDP and TCP  %1</source>
        <translation>DNS(UDP と TCP) %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>the name of a setting</comment>
        <translation>%1をコピー</translation>
    </message>
    <message>
        <source>Incoming, %1</source>
        <translation>受信、%1</translation>
    </message>
    <message>
        <source>Outgoing, %1</source>
        <translation>送信、%1</translation>
    </message>
</context>
<context>
    <name>mailtown::TimeSlider</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 閉局中</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 停止中</translation>
    </message>
    <message>
        <source>planned until %1</source>
        <translation>%1まで予定</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1まで</translation>
    </message>
</context>
<context>
    <name>mailtown::TranscriptView</name>
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation>やりとりをコピー</translation>
    </message>
</context>
<context>
    <name>mailtown::Transport</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>スペース</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>はじめへ</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>the key</comment>
        <translation>Home</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>一歩もどる</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>一歩すすむ</translation>
    </message>
    <message>
        <source>To the next try</source>
        <translation>次の再配達へ</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>終わりへ</translation>
    </message>
    <message>
        <source>End</source>
        <comment>the key</comment>
        <translation>End</translation>
    </message>
    <message>
        <source>Story speed</source>
        <translation>物語の速さ</translation>
    </message>
    <message>
        <source>Slow while letters move, fast while they wait</source>
        <translation>手紙が動く間はゆっくり、待つ間は速く</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>How fast the town’s clock runs: town time in each second</source>
        <translation>町の時計の速さ: 1秒の間に進む町の時間</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <comment>town time in a second</comment>
        <translation>%1/秒</translation>
    </message>
</context>
<context>
    <name>mailtown::WaitingChart</name>
    <message>
        <source>Letters waiting</source>
        <translation>待っている手紙(通)</translation>
    </message>
    <message>
        <source>Messages in the queues</source>
        <translation>キューのメッセージ(通)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an office's name and a number, at the end of its curve</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>mailtown::WelcomePage</name>
    <message>
        <source>Which scenario shall it be?</source>
        <translation>どのシナリオを見ますか</translation>
    </message>
    <message>
        <source>One click, and it plays. Or drop a scenario file on the window.</source>
        <translation>クリックすると始まります。シナリオのファイルをこのウィンドウにドロップしても開きます。</translation>
    </message>
    <message>
        <source>Back to the town</source>
        <translation>町にもどる</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>What is wrong, and where:</source>
        <translation>問題のある場所と内容(内容は英語です):</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 桁: %3</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行: %2</translation>
    </message>
    <message>
        <source>This scenario cannot be opened</source>
        <translation>このシナリオは開けません</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>シナリオを開く</translation>
    </message>
    <message>
        <source>Scenarios (%1)</source>
        <translation>シナリオ(%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>すべてのファイル(%1)</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…ほか%n件</numerusform>
        </translation>
    </message>
</context>
</TS>
