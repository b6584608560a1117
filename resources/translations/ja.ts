<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
    <context>
        <name>AccountView</name>
        <message>
            <source>Mood over the meetings: {values}</source>
            <translation>商談ごとの気分: {values}</translation>
        </message>
        <message>
            <source>Before the meeting</source>
            <translation>会う前に</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新しい</translation>
        </message>
        <message>
            <source>Continuing</source>
            <translation>続いている</translation>
        </message>
        <message>
            <source>Worse</source>
            <translation>悪化</translation>
        </message>
        <message>
            <source>Not raised lately</source>
            <translation>最近は話題なし</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>解決</translation>
        </message>
        <message>
            <source>What hurts now</source>
            <translation>いまの困りごと</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>約束</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>経緯</translation>
        </message>
        <message>
            <source>Solves: {problem}</source>
            <translation>解決すること: {problem}</translation>
        </message>
        <message>
            <source>See the meeting that says so</source>
            <translation>根拠の商談を見る</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>提案</translation>
        </message>
        <message>
            <source>Successes with us</source>
            <translation>当社との成果</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>まだありません</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>期限切れ</translation>
        </message>
        <message>
            <source> Edit</source>
            <translation> 編集</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概要</translation>
        </message>
        <message>
            <source>People, products and deals</source>
            <translation>担当者・製品・案件</translation>
        </message>
        <message>
            <source> Merge</source>
            <translation> まとめる</translation>
        </message>
        <message>
            <source>This seems to be the same company: {names}</source>
            <translation>同じ会社と思われる顧客があります: {names}</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>すべて表示({count})</translation>
        </message>
        <message>
            <source>One page to read before the meeting: to print, save or copy</source>
            <translation>会う前に読む一枚(印刷・保存・コピー)</translation>
        </message>
        <message numerus="yes">
            <source>Told in %n meeting(s), first on {date}</source>
            <translation>
                <numerusform>%n回の商談で話題、最初は {date}</numerusform>
            </translation>
        </message>
        <message>
            <source>Solved, in their words:</source>
            <translation>解決(お客様の言葉)</translation>
        </message>
        <message>
            <source>by {date}</source>
            <translation>{date} まで</translation>
        </message>
        <message>
            <source>Promised on {date}</source>
            <translation>{date} の約束</translation>
        </message>
    </context>
    <context>
        <name>Benefit</name>
        <message>
            <source>{formula}; how often was not said</source>
            <translation>{formula}(頻度は聞いていません)</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>{count}人</translation>
        </message>
        <message>
            <source>{amount} for each person</source>
            <translation>一人あたり{amount}</translation>
        </message>
        <message>
            <source>{amount} each time</source>
            <translation>一件あたり{amount}</translation>
        </message>
        <message>
            <source>{count} day</source>
            <translation>{count}日</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count}日</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count}分</translation>
        </message>
        <message>
            <source>{count} hour</source>
            <translation>{count}時間</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count}時間</translation>
        </message>
        <message>
            <source>{amount} a day</source>
            <translation>1日{amount}</translation>
        </message>
        <message>
            <source>{amount} a week</source>
            <translation>週{amount}</translation>
        </message>
        <message>
            <source>{amount} a month</source>
            <translation>月{amount}</translation>
        </message>
        <message>
            <source>{amount} a year</source>
            <translation>年{amount}</translation>
        </message>
        <message>
            <source>Counted from their own numbers only. How much of it goes away is for them to judge.</source>
            <translation>お客さまが口にした数字だけで計算しています。どこまで減るかは、お客さまの判断です。</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>再生</translation>
        </message>
        <message>
            <source>Show in the meeting</source>
            <translation>会議で見る</translation>
        </message>
    </context>
    <context>
        <name>Brief</name>
        <message>
            <source>What hurts now</source>
            <translation>いまの困りごと</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>約束</translation>
        </message>
        <message>
            <source>Solved since</source>
            <translation>解決したこと</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>提案</translation>
        </message>
        <message>
            <source>Has: {products}</source>
            <translation>利用中: {products}</translation>
        </message>
        <message>
            <source>Renewal: {date}</source>
            <translation>更新: {date}</translation>
        </message>
        <message>
            <source>NPS {score}</source>
            <translation>NPS {score}</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>ほか{count}件</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>期限切れ</translation>
        </message>
        <message>
            <source>Contract since {date}</source>
            <translation>契約開始: {date}</translation>
        </message>
        <message>
            <source>Open case: {text}</source>
            <translation>対応中の問い合わせ: {text}</translation>
        </message>
        <message>
            <source>{name} (decides)</source>
            <translation>{name}(決裁者)</translation>
        </message>
        <message>
            <source>Usage and deals</source>
            <translation>利用状況と案件</translation>
        </message>
        <message>
            <source>Others ask</source>
            <translation>別の方の関心</translation>
        </message>
        <message>
            <source>Stage: {stage} ({why})</source>
            <translation>段階: {stage}({why})</translation>
        </message>
        <message>
            <source>Warmth {score} of 100 ({why})</source>
            <translation>温度 {score}/100({why})</translation>
        </message>
        <message>
            <source>and {count} others</source>
            <translation>ほか{count}人</translation>
        </message>
    </context>
    <context>
        <name>BriefDialog</name>
        <message>
            <source>Before the meeting</source>
            <translation>会う前に</translation>
        </message>
        <message>
            <source> Copy</source>
            <translation> コピー</translation>
        </message>
        <message>
            <source> Markdown…</source>
            <translation> Markdown…</translation>
        </message>
        <message>
            <source> PDF…</source>
            <translation> PDF…</translation>
        </message>
        <message>
            <source> Print…</source>
            <translation> 印刷…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>{name} を保存しました。</translation>
        </message>
        <message>
            <source>The page is on the clipboard as Markdown.</source>
            <translation>Markdown としてコピーしました。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>プリンターに送りました。</translation>
        </message>
    </context>
    <context>
        <name>Catalogue</name>
        <message>
            <source>Not said</source>
            <translation>指定なし</translation>
        </message>
        <message>
            <source>Lead-in product</source>
            <translation>入口商品</translation>
        </message>
        <message>
            <source>Profit product</source>
            <translation>収益商品</translation>
        </message>
        <message>
            <source>a month</source>
            <translation>月額</translation>
        </message>
        <message>
            <source>a month for each user</source>
            <translation>月額(利用者 1 人あたり)</translation>
        </message>
        <message>
            <source>a month for each vehicle</source>
            <translation>月額(車両 1 台あたり)</translation>
        </message>
        <message>
            <source>a year</source>
            <translation>年額</translation>
        </message>
        <message>
            <source>once</source>
            <translation>一括</translation>
        </message>
        <message>
            <source>Codes or names, divided by ;</source>
            <translation>製品コードか名前を ; で区切る</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>製品名</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>製品コード</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>役割</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>製品群</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>段階</translation>
        </message>
        <message>
            <source>Solves these problems</source>
            <translation>解決する課題</translation>
        </message>
        <message>
            <source>One a line, in the words that customers use</source>
            <translation>1行に1つ。お客様が使う言葉で</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>価格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>通貨</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>支払い</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Upgrade from</source>
            <translation>アップグレード元</translation>
        </message>
        <message>
            <source>Requires</source>
            <translation>前提製品</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>説明</translation>
        </message>
        <message>
            <source>This goes round in a circle: {way}</source>
            <translation>関係が一周しています: {way}</translation>
        </message>
        <message>
            <source>Another product has the code “{code}”.</source>
            <translation>製品コード「{code}」はほかの製品が使っています。</translation>
        </message>
        <message>
            <source>The catalogue has no product “{code}”.</source>
            <translation>「{code}」という製品はカタログにありません。</translation>
        </message>
        <message>
            <source>Add a product</source>
            <translation>製品を追加</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>保存しました。</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>「{name}」を削除しました</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>カタログ</translation>
        </message>
        <message>
            <source>Export the catalogue</source>
            <translation>カタログを書き出す</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>保存しました: {name}</translation>
        </message>
        <message>
            <source>Write limits like users&lt;=10; sites&lt;=3, each with a name and a number.</source>
            <translation>上限は「利用者数&lt;=10; 拠点数&lt;=3」や users&lt;=10 のように、名前と数字で書いてください。</translation>
        </message>
        <message>
            <source>Deleted: {name}. Still linked to it: {others}</source>
            <translation>削除しました: {name}。次の製品がまだ参照しています: {others}</translation>
        </message>
    </context>
    <context>
        <name>CatalogueView</name>
        <message>
            <source>Catalogue</source>
            <translation>カタログ</translation>
        </message>
        <message>
            <source>Find a product</source>
            <translation>製品を探す</translation>
        </message>
        <message>
            <source> Add a product</source>
            <translation> 製品を追加</translation>
        </message>
        <message>
            <source> Import</source>
            <translation> 取り込む</translation>
        </message>
        <message>
            <source> Export</source>
            <translation> 書き出す</translation>
        </message>
        <message>
            <source>What you sell stands here</source>
            <translation>販売している製品がここに並びます</translation>
        </message>
        <message>
            <source>Products, their tiers, and the problems they solve: suggestions are made from them.</source>
            <translation>製品とその段階、解決する課題を登録します。提案はここから作られます。</translation>
        </message>
        <message>
            <source>Add a product</source>
            <translation>製品を追加</translation>
        </message>
        <message>
            <source>Import a catalogue (CSV)</source>
            <translation>カタログを取り込む(CSV)</translation>
        </message>
        <message numerus="yes">
            <source>%n product(s)</source>
            <translation><numerusform>%n 製品</numerusform></translation>
        </message>
        <message>
            <source>Solves: {problems}</source>
            <translation>解決する課題: {problems}</translation>
        </message>
        <message>
            <source>Upgrade from {names}</source>
            <translation>アップグレード元: {names}</translation>
        </message>
        <message>
            <source>Requires {names}</source>
            <translation>前提: {names}</translation>
        </message>
        <message>
            <source>Edit {name}</source>
            <translation>「{name}」を編集</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>「{name}」を削除</translation>
        </message>
        <message>
            <source>tier {number}</source>
            <translation>段階 {number}</translation>
        </message>
        <message>
            <source> Success stories</source>
            <translation> 導入事例</translation>
        </message>
    </context>
    <context>
        <name>CheckIns</name>
        <message>
            <source>Ask how it goes</source>
            <translation>その後を伺う</translation>
        </message>
        <message>
            <source>Does {product} help? Day {days} after the sale</source>
            <translation>{product} はお役に立っていますか(成約から{days}日)</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>1週間後に</translation>
        </message>
        <message>
            <source>{date} overdue</source>
            <translation>{date} 期限切れ</translation>
        </message>
        <message>
            <source>The sale</source>
            <translation>成約の内容</translation>
        </message>
    </context>
    <context>
        <name>ClipBar</name>
        <message>
            <source>Go on</source>
            <translation>続ける</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>前の発言</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>次の発言</translation>
        </message>
        <message>
            <source>Stop playing</source>
            <translation>再生をやめる</translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>商談のこの発言を開く</translation>
        </message>
    </context>
    <context>
        <name>ClipPlayer</name>
        <message>
            <source>None of these can be heard: their sound is not in this workspace.</source>
            <translation>再生できる音声がありません。録音がこのワークスペースに残っていません。</translation>
        </message>
    </context>
    <context>
        <name>CodeDialog</name>
        <message>
            <source>Recovery code</source>
            <translation>復旧コード</translation>
        </message>
        <message>
            <source>Save as text…</source>
            <translation>テキストで保存…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>印刷…</translation>
        </message>
        <message>
            <source>Sent to the printer. See that the sheet is there before you go on.</source>
            <translation>プリンターに送りました。紙が出たことを確かめてから次へ進んでください。</translation>
        </message>
        <message>
            <source>I have the code on paper or saved elsewhere</source>
            <translation>コードを紙に控えたか、別の場所に保存しました</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>次へ</translation>
        </message>
        <message>
            <source>This code opens the data when the passphrase is forgotten. It is shown only now and kept nowhere. Print it or write it down, and keep it apart from this computer; whoever has it can open the data.</source>
            <translation>パスフレーズを忘れたとき、このコードでデータを開けます。表示されるのは今回だけで、どこにも保存されません。印刷するか書き留めて、この端末とは別の場所に保管してください。このコードを持つ人は、だれでもデータを開けます。</translation>
        </message>
        <message>
            <source>insight-desktop-recovery-code.txt</source>
            <translation>insight-desktop-復旧コード.txt</translation>
        </message>
        <message>
            <source>Recovery code of Insight Desktop (keep it apart from the computer):</source>
            <translation>Insight Desktop の復旧コード(端末とは別の場所に保管してください):</translation>
        </message>
        <message>
            <source>It could not be saved there. Choose another place.</source>
            <translation>そこには保存できませんでした。別の場所を選んでください。</translation>
        </message>
        <message>
            <source>Saved to “{path}”.</source>
            <translation>「{path}」に保存しました。</translation>
        </message>
    </context>
    <context>
        <name>CodePaper</name>
        <message>
            <source>Recovery code of Insight Desktop</source>
            <translation>Insight Desktop の復旧コード</translation>
        </message>
        <message>
            <source>If the passphrase is forgotten, type this code into the field for it; dashes and small letters do not matter. Then set a new passphrase in the settings.</source>
            <translation>パスフレーズを忘れたときは、その入力欄にこのコードを入力してください。ハイフンの有無や大文字・小文字は問いません。開いたあと、設定で新しいパスフレーズを決めてください。</translation>
        </message>
        <message>
            <source>Keep this sheet apart from the computer: whoever has it can open the data.</source>
            <translation>この紙は端末とは別の場所に保管してください。この紙を持つ人は、だれでもデータを開けます。</translation>
        </message>
        <message>
            <source>Printed on {date}</source>
            <translation>印刷日: {date}</translation>
        </message>
    </context>
    <context>
        <name>CommentsCard</name>
        <message>
            <source>Comment</source>
            <translation>コメント</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>消す</translation>
        </message>
    </context>
    <context>
        <name>Controls</name>
        <message>
            <source>Mark</source>
            <translation>印</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>録音中</translation>
        </message>
        <message>
            <source>Paused: nothing is kept</source>
            <translation>一時停止中: 今の音は残りません</translation>
        </message>
        <message>
            <source>Opening the devices</source>
            <translation>機器を開いています</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存しています</translation>
        </message>
    </context>
    <context>
        <name>CsvDialog</name>
        <message>
            <source>Import a CSV</source>
            <translation>CSV の取り込み</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>CSV ファイル</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source> Undo</source>
            <translation> 元に戻す</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>取り込む</translation>
        </message>
        <message>
            <source>Rows: {rows} · columns: {columns} · encoding: {encoding}</source>
            <translation>{rows} 行 · {columns} 列 · 文字コード {encoding}</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>(not used)</source>
            <translation>(使わない)</translation>
        </message>
        <message>
            <source>What will happen</source>
            <translation>取り込むとこうなります</translation>
        </message>
        <message>
            <source>Is {name}</source>
            <translation>登録済み: {name}</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>飛ばす</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>取り込みました</translation>
        </message>
        <message>
            <source>Several customers are named “{name}”; the oldest was taken.</source>
            <translation>「{name}」という顧客が複数あるため、最も古いものに入れました。</translation>
        </message>
        <message>
            <source>No longer in the catalogue: {name}</source>
            <translation>カタログからなくなった製品: {name}</translation>
        </message>
        <message>
            <source>Columns not used: {names}</source>
            <translation>使わなかった列: {names}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Taken back; everything is as it was.</source>
            <translation>取り込みを元に戻しました。</translation>
        </message>
        <message>
            <source>Choose the column that holds: {names}</source>
            <translation>次の内容の列を選んでください: {names}</translation>
        </message>
        <message>
            <source>(a field of its own)</source>
            <translation>(独自の項目として残す)</translation>
        </message>
        <message>
            <source>Importing …</source>
            <translation>取り込んでいます …</translation>
        </message>
        <message>
            <source>Looking what would become of each row …</source>
            <translation>各行がどうなるかを調べています …</translation>
        </message>
    </context>
    <context>
        <name>CsvFields</name>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Id in the CRM</source>
            <translation>CRM の ID</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>業種</translation>
        </message>
        <message>
            <source>Web site</source>
            <translation>Web サイト</translation>
        </message>
        <message>
            <source>Products in use</source>
            <translation>利用中の製品</translation>
        </message>
        <message>
            <source>NPS</source>
            <translation>NPS(推奨度)</translation>
        </message>
        <message>
            <source>Contract since</source>
            <translation>契約開始日</translation>
        </message>
        <message>
            <source>Open support case</source>
            <translation>対応中の問い合わせ</translation>
        </message>
        <message>
            <source>Renewal</source>
            <translation>更新日</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>タグ</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>担当者</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部署</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>役職</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>メール</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>会社名</translation>
        </message>
        <message>
            <source>Company's id in the CRM</source>
            <translation>会社の CRM の ID</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>フェーズ</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>通貨</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>製品コード</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>製品群</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>段階</translation>
        </message>
        <message>
            <source>Upgrade from</source>
            <translation>アップグレード元</translation>
        </message>
        <message>
            <source>Requires</source>
            <translation>前提製品</translation>
        </message>
        <message>
            <source>Solves</source>
            <translation>解決する課題</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>価格</translation>
        </message>
        <message>
            <source>Per</source>
            <translation>課金単位</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>説明</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>役割</translation>
        </message>
        <message>
            <source>Expected close</source>
            <translation>受注予定日</translation>
        </message>
        <message>
            <source>Decides about buying</source>
            <translation>決裁者</translation>
        </message>
        <message>
            <source>Day of the NPS answer</source>
            <translation>NPS の回答日</translation>
        </message>
        <message>
            <source>People there</source>
            <translation>従業員数</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>利用の項目</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>利用数</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>単位</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>基準日</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>製品</translation>
        </message>
        <message>
            <source>In use since</source>
            <translation>利用開始日</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席数</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>件名</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>受付日</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>完了日</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状態</translation>
        </message>
    </context>
    <context>
        <name>CsvWords</name>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>カタログ</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新規</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>変更なし</translation>
        </message>
        <message>
            <source>Same, merged</source>
            <translation>重複をまとめる</translation>
        </message>
        <message>
            <source>Line {line} is left out: no {field}.</source>
            <translation>{line} 行目: 「{field}」がないため飛ばします。</translation>
        </message>
        <message>
            <source>Line {line}: “{value}” cannot be read as {field}.</source>
            <translation>{line} 行目: 「{field}」の値「{value}」を読めません。</translation>
        </message>
        <message>
            <source>Not readable {count}</source>
            <translation>読めない値 {count}</translation>
        </message>
        <message>
            <source>Removed {count}</source>
            <translation>削除 {count}</translation>
        </message>
        <message>
            <source>Nothing in it to import.</source>
            <translation>取り込む行がありません。</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>利用状況</translation>
        </message>
        <message>
            <source>Products and seats</source>
            <translation>利用製品と席数</translation>
        </message>
        <message>
            <source>Support cases</source>
            <translation>問い合わせ</translation>
        </message>
        <message>
            <source>Line {line}: “{value}” stands beyond the last column. Is there a separator inside a value?</source>
            <translation>{line}行目: 見出しのない列に「{value}」があります。区切り文字が値の中にないか確かめてください。</translation>
        </message>
    </context>
    <context>
        <name>CustomersView</name>
        <message>
            <source>Find a customer</source>
            <translation>顧客を探す</translation>
        </message>
        <message>
            <source>Your customers appear here</source>
            <translation>ここに顧客が並びます</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>保存しました。</translation>
        </message>
        <message>
            <source>Import customers (CSV)</source>
            <translation>顧客を取り込む(CSV)</translation>
        </message>
        <message>
            <source>Import customers and deals from a CSV</source>
            <translation>顧客と案件を CSV から取り込む</translation>
        </message>
        <message>
            <source>Add a customer</source>
            <translation>顧客を追加</translation>
        </message>
        <message>
            <source>No customer like that</source>
            <translation>当てはまる顧客がありません</translation>
        </message>
        <message>
            <source>Import your list or write the first one; give a meeting its customer, and this page gathers what hurts them and what was promised.</source>
            <translation>顧客一覧を取り込むか、手で1社追加してください。商談に顧客を割り当てると、困りごとと約束がここに集まります。</translation>
        </message>
    </context>
    <context>
        <name>Entries</name>
        <message>
            <source>Decides</source>
            <translation>決裁者</translation>
        </message>
        <message>
            <source>closes {date}</source>
            <translation>{date} 受注予定</translation>
        </message>
        <message numerus="yes">
            <source>%n seat(s)</source>
            <translation><numerusform>%n 席</numerusform></translation>
        </message>
        <message>
            <source>since {date}</source>
            <translation>{date} から</translation>
        </message>
        <message>
            <source>opened {date}</source>
            <translation>{date} 受付</translation>
        </message>
        <message>
            <source>closed {date}</source>
            <translation>{date} 完了</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>対応中</translation>
        </message>
        <message>
            <source>{used} of {limit} {unit}</source>
            <translation>{used} / {limit} {unit}</translation>
        </message>
        <message>
            <source>Near the limit</source>
            <translation>上限に近い</translation>
        </message>
        <message>
            <source>as of {date}</source>
            <translation>{date} 時点</translation>
        </message>
        <message>
            <source>decided {date}</source>
            <translation>{date} 決定</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>Something in the program went wrong.</source>
            <translation>プログラムの内部で問題が起きました。</translation>
        </message>
        <message>
            <source>Your recordings and texts are saved. You can go on working.</source>
            <translation>録音と文字起こしは保存されています。そのまま作業を続けられます。</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>報告をコピー</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>Show the words: {words}</source>
            <translation>発言を表示: {words}</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>a month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>a year</source>
            <translation>年</translation>
        </message>
        <message>
            <source>once</source>
            <translation>一回</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>予算</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>{day}まで</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>{day}から</translation>
        </message>
        <message>
            <source>in {month}</source>
            <translation>{month}</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時期</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>決裁</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>競合</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Please write this; it cannot stay empty.</source>
            <translation>入力してください。空のままにはできません。</translation>
        </message>
        <message>
            <source>Write a day like 2026-11-20.</source>
            <translation>日付は 2026-11-20 のように書いてください。</translation>
        </message>
        <message>
            <source>Write a number, such as 1,200,000.</source>
            <translation>数字で書いてください(例: 1,200,000、120万)。</translation>
        </message>
        <message>
            <source>Write a whole number from {least} to {most}.</source>
            <translation>{least} から {most} までの整数で書いてください。</translation>
        </message>
        <message>
            <source>Write the three letters of a currency, such as JPY or USD.</source>
            <translation>通貨は JPY、USD のように3文字で書いてください。</translation>
        </message>
        <message>
            <source>Write a number of 0 or more, such as 1,200,000.</source>
            <translation>0以上の数字で書いてください(例: 1,200,000、120万)。</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>Import recordings</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>Sound and video</source>
            <translation>音声と動画</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>すべてのファイル</translation>
        </message>
        <message>
            <source>“{title}” is already here.</source>
            <translation>「{title}」はすでに取り込まれています。</translation>
        </message>
        <message numerus="yes">
            <source>%n meeting(s) made of the file.</source>
            <translation><numerusform>ファイルから商談を %n 件作りました。</numerusform></translation>
        </message>
        <message>
            <source>Recordings, chats, surveys</source>
            <translation>録音・チャット・アンケート</translation>
        </message>
        <message>
            <source>There is no recording in the folder “{name}”.</source>
            <translation>フォルダー「{name}」に録音はありません。</translation>
        </message>
        <message numerus="yes">
            <source>And %n more file(s).</source>
            <translation><numerusform>ほか %n 件。</numerusform></translation>
        </message>
        <message>
            <source>Still importing. Close again to stop; your files stay as they are.</source>
            <translation>録音を取り込んでいます。もう一度閉じると中止します(元のファイルはそのまま残ります)。</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) not imported.</source>
            <translation><numerusform>取り込みを中止しました。%n 件は取り込んでいません。</numerusform></translation>
        </message>
    </context>
    <context>
        <name>Insights</name>
        <message>
            <source>Confirmed</source>
            <translation>確認済み</translation>
        </message>
        <message>
            <source>Hypothesis</source>
            <translation>仮説</translation>
        </message>
        <message>
            <source>Unsure</source>
            <translation>不確か</translation>
        </message>
        <message>
            <source>This is right</source>
            <translation>正しい</translation>
        </message>
        <message>
            <source>This is wrong; remove it</source>
            <translation>違う(取り除く)</translation>
        </message>
    </context>
    <context>
        <name>InsightsPanel</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation><numerusform>ほか %n 件を表示</numerusform></translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>提案の判断</translation>
        </message>
        <message>
            <source>Insights appear here once the text is complete.</source>
            <translation>文字起こしが終わると、ここに気づきが並びます。</translation>
        </message>
        <message>
            <source>This meeting has not been read yet.</source>
            <translation>この商談はまだ読み解かれていません。</translation>
        </message>
        <message>
            <source>Find insights</source>
            <translation>気づきを探す</translation>
        </message>
        <message>
            <source>Nothing of this kind was said.</source>
            <translation>この種類の発言はありませんでした。</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>約束</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>事実</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>すべて</translation>
        </message>
        <message>
            <source>Insights</source>
            <translation>気づき</translation>
        </message>
        <message>
            <source>Filter insights</source>
            <translation>気づきを絞り込む</translation>
        </message>
        <message>
            <source>Memo</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Only for you; saved as you type</source>
            <translation>自分だけのメモ。入力と同時に保存されます</translation>
        </message>
    </context>
    <context>
        <name>JobStrip</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>待ち %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Queue ({count})</source>
            <translation>処理待ち ({count})</translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s) are not finished</source>
            <translation><numerusform>終わっていない録音が %n 件あります</numerusform></translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隠す</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Commands and search</source>
            <translation>コマンドと検索</translation>
        </message>
        <message>
            <source>Import recordings</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>Go to a page</source>
            <translation>ページを開く</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>録音</translation>
        </message>
        <message>
            <source>Next / previous</source>
            <translation>次へ / 前へ</translation>
        </message>
        <message>
            <source>Open the meeting</source>
            <translation>商談を開く</translation>
        </message>
        <message>
            <source>Won, lost, open strong, open weak, not set</source>
            <translation>成功、失敗、継続・強、継続・弱、未設定</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>再生 / 一時停止</translation>
        </message>
        <message>
            <source>5 seconds back / on</source>
            <translation>5 秒戻る / 進む</translation>
        </message>
        <message>
            <source>Edit the line</source>
            <translation>発言を編集</translation>
        </message>
        <message>
            <source>Undo / redo</source>
            <translation>元に戻す / やり直す</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>These keys</source>
            <translation>このキー一覧</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー操作</translation>
        </message>
        <message>
            <source>Record at once, as the last time</source>
            <translation>前回と同じ設定ですぐに録音</translation>
        </message>
        <message>
            <source>While recording: mark, pause, stop</source>
            <translation>録音中:印・一時停止・終了</translation>
        </message>
        <message>
            <source>In a meeting: mark, next mark / the one before</source>
            <translation>商談の中:印を付ける、次の印/前の印</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>はじめの一歩</translation>
        </message>
        <message>
            <source>Health check</source>
            <translation>動作の確認</translation>
        </message>
        <message>
            <source>Japanese or English</source>
            <translation>日本語/英語の切り替え</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>明るい/暗い画面の切り替え</translation>
        </message>
        <message>
            <source>Search all meetings</source>
            <translation>すべての商談を検索</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>User's guide</source>
            <translation>使い方</translation>
        </message>
        <message>
            <source>In a meeting: write a comment at this place</source>
            <translation>商談: この場面にコメントを書く</translation>
        </message>
        <message>
            <source>In trends: the numbers of a chart as a table</source>
            <translation>傾向: グラフの数字を表で見る</translation>
        </message>
    </context>
    <context>
        <name>LibraryView</name>
        <message>
            <source>Comments</source>
            <translation>コメント</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>手本</translation>
        </message>
        <message>
            <source>Look after</source>
            <translation>気にかける</translation>
        </message>
        <message>
            <source>Mark a meeting as a good or bad example (the star on its page); it then stands here for the team.</source>
            <translation>商談のページの星で「良い例」「悪い例」を付けると、ここに並び、チームで聞けます。</translation>
        </message>
        <message>
            <source>Nobody waits for you.</source>
            <translation>お待たせしているお客様はいません。</translation>
        </message>
        <message>
            <source>Open the meeting</source>
            <translation>商談を開く</translation>
        </message>
        <message>
            <source>Play this list</source>
            <translation>このリストを再生</translation>
        </message>
        <message>
            <source>Playlists</source>
            <translation>プレイリスト</translation>
        </message>
        <message>
            <source>Search for something and keep the hits as a playlist; the team hears it in one go.</source>
            <translation>検索した結果をプレイリストとして残すと、ここから続けて聞けます。</translation>
        </message>
        <message>
            <source>Take this list away</source>
            <translation>このリストを削除</translation>
        </message>
        <message numerus="yes">
            <source>%n clip(s)</source>
            <translation><numerusform>%n 件</numerusform></translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>コメント</translation>
        </message>
        <message>
            <source>In a meeting, press C at a moment and write what you noticed; it stands here.</source>
            <translation>商談の画面で、気になった場面で C キーを押してコメントを書くと、ここに並びます。</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>商談</translation>
        </message>
        <message>
            <source>Take this comment away</source>
            <translation>このコメントを消す</translation>
        </message>
        <message>
            <source>Write something else</source>
            <translation>書き直す</translation>
        </message>
        <message>
            <source>Play this meeting</source>
            <translation>この商談を再生</translation>
        </message>
    </context>
    <context>
        <name>ListFilters</name>
        <message>
            <source>Order</source>
            <translation>並び順</translation>
        </message>
        <message>
            <source>Loyalty</source>
            <translation>ロイヤルティ</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>段階</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Met last first</source>
            <translation>最近会った順</translation>
        </message>
        <message>
            <source>Warmest first</source>
            <translation>温度の高い順</translation>
        </message>
        <message>
            <source>Coolest first</source>
            <translation>温度の低い順</translation>
        </message>
        <message>
            <source>Filter and sort</source>
            <translation>絞り込みと並び順</translation>
        </message>
        <message>
            <source>Filter and sort: {now}</source>
            <translation>絞り込みと並び順: {now}</translation>
        </message>
        <message>
            <source>Show all customers</source>
            <translation>すべての顧客を表示</translation>
        </message>
        <message>
            <source>Others show interest</source>
            <translation>ほかの方が関心あり</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Stopped. What was done so far is kept.</source>
            <translation>中止しました。ここまでの分は残っています。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Drop recordings, chats or CSV files here</source>
            <translation>録音・チャット・CSV をここに落とすと取り込みます</translation>
        </message>
        <message>
            <source>Stop the recording first.</source>
            <translation>先に録音を終えてください。</translation>
        </message>
        <message>
            <source>Your meetings are encrypted on this computer.</source>
            <translation>商談のデータは、この端末で暗号化されています。</translation>
        </message>
    </context>
    <context>
        <name>Meeting</name>
        <message>
            <source>The minutes are copied.</source>
            <translation>議事録をコピーしました。</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>「{name}」に保存しました。</translation>
        </message>
        <message>
            <source>Removed. The program learns from it.</source>
            <translation>取り除きました。今後の判断に生かします。</translation>
        </message>
        <message>
            <source>Marked {at}.</source>
            <translation>{at} に印を付けました。</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>取り除きました。</translation>
        </message>
        <message>
            <source>Copied. Paste it where you need it.</source>
            <translation>コピーしました。貼り付けて使ってください。</translation>
        </message>
        <message>
            <source>The form of the minutes is saved.</source>
            <translation>議事録の形を保存しました。</translation>
        </message>
        <message>
            <source>This meeting has no customer now.</source>
            <translation>この商談の顧客を外しました。</translation>
        </message>
        <message>
            <source>Customer: {name}, added as a new one</source>
            <translation>顧客: {name}(新しく登録しました)</translation>
        </message>
        <message>
            <source>Customer: {name}</source>
            <translation>顧客: {name}</translation>
        </message>
    </context>
    <context>
        <name>MeetingComments</name>
        <message>
            <source>Comment at {at}</source>
            <translation>{at} へのコメント</translation>
        </message>
        <message>
            <source>The comment was changed.</source>
            <translation>コメントを書き直しました。</translation>
        </message>
        <message>
            <source>The comment was removed.</source>
            <translation>コメントを消しました。</translation>
        </message>
        <message>
            <source>Your comment stands at {at}.</source>
            <translation>{at} にコメントを付けました。</translation>
        </message>
    </context>
    <context>
        <name>MeetingHeader</name>
        <message>
            <source>All meetings</source>
            <translation>商談の一覧</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>件名</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Good example</source>
            <translation>良い例</translation>
        </message>
        <message>
            <source>Bad example</source>
            <translation>悪い例</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Minutes (Markdown)</source>
            <translation>議事録(Markdown)</translation>
        </message>
        <message>
            <source>Transcript (text)</source>
            <translation>文字起こし(テキスト)</translation>
        </message>
        <message>
            <source>Subtitles (SRT)</source>
            <translation>字幕(SRT)</translation>
        </message>
        <message>
            <source>Subtitles (WebVTT)</source>
            <translation>字幕(WebVTT)</translation>
        </message>
        <message>
            <source>Meeting notes (CSV)</source>
            <translation>商談メモ(CSV)</translation>
        </message>
        <message>
            <source>Copy the minutes</source>
            <translation>議事録をコピー</translation>
        </message>
        <message>
            <source>Change date and kind of meeting</source>
            <translation>日時と形式を変更</translation>
        </message>
        <message>
            <source>Minutes (text)</source>
            <translation>議事録(テキスト)</translation>
        </message>
        <message>
            <source>Into the CRM (CSV)…</source>
            <translation>CRM へ出力(CSV)…</translation>
        </message>
        <message>
            <source>Copy as a mail to the customer</source>
            <translation>お客様へのメールとしてコピー</translation>
        </message>
        <message>
            <source>Copy for the team's chat</source>
            <translation>社内チャット用にコピー</translation>
        </message>
        <message>
            <source>Minutes (Word)</source>
            <translation>議事録(Word)</translation>
        </message>
        <message>
            <source>Minutes (PDF)</source>
            <translation>議事録(PDF)</translation>
        </message>
        <message>
            <source>Minutes and transcript (web page)</source>
            <translation>議事録と文字起こし(Web ページ)</translation>
        </message>
        <message>
            <source>Everything (JSON)</source>
            <translation>すべて(JSON)</translation>
        </message>
    </context>
    <context>
        <name>MeetingView</name>
        <message>
            <source>Still being transcribed</source>
            <translation>文字起こしの途中です</translation>
        </message>
        <message>
            <source>No speech was found</source>
            <translation>発言は見つかりませんでした</translation>
        </message>
        <message>
            <source>Rename “{name}” …</source>
            <translation>「{name}」の名前を変える…</translation>
        </message>
        <message>
            <source>This is me</source>
            <translation>これは自分</translation>
        </message>
        <message>
            <source>This is the customer</source>
            <translation>これは顧客</translation>
        </message>
        <message>
            <source>Only this line: {name}</source>
            <translation>この発言だけ {name} にする</translation>
        </message>
        <message>
            <source>Same person as {name}</source>
            <translation>{name} と同じ人にまとめる</translation>
        </message>
        <message>
            <source>Swap with {name}</source>
            <translation>{name} と入れ替える</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変える</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>議事録</translation>
        </message>
        <message>
            <source>Transcript</source>
            <translation>文字起こし</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Play a sample of {name}</source>
            <translation>{name}の声を聞く</translation>
        </message>
        <message>
            <source>Somebody else speaks this line</source>
            <translation>この行だけ別の人にする</translation>
        </message>
        <message>
            <source>Somebody else speaks from here on</source>
            <translation>ここから先を別の人にする</translation>
        </message>
        <message>
            <source>How many people spoke</source>
            <translation>話した人数</translation>
        </message>
    </context>
    <context>
        <name>MeetingVoices</name>
        <message>
            <source>The voices are being told apart anew; the text stays.</source>
            <translation>声を聞き分け直しています。文字はそのまま残ります。</translation>
        </message>
    </context>
    <context>
        <name>Meetings</name>
        <message>
            <source>Outcome: {outcome}</source>
            <translation>結果: {outcome}</translation>
        </message>
        <message>
            <source>Moved to the trash.</source>
            <translation>ごみ箱に移しました。</translation>
        </message>
        <message>
            <source>Taken out of the trash.</source>
            <translation>ごみ箱から元に戻しました。</translation>
        </message>
    </context>
    <context>
        <name>MeetingsView</name>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Process again</source>
            <translation>もう一度処理する</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>ごみ箱に移す</translation>
        </message>
        <message numerus="yes">
            <source>%n meeting(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Filter by title, customer, memo</source>
            <translation>件名・顧客・メモで絞り込む</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>商談</translation>
        </message>
        <message>
            <source>No meetings yet</source>
            <translation>商談はまだありません</translation>
        </message>
        <message>
            <source>Drop a recording anywhere on this window, or choose files. Minutes follow in a few minutes.</source>
            <translation>録音ファイルをこの画面に落とすか、ファイルを選んでください。数分で議事録になります。</translation>
        </message>
        <message>
            <source>Import recordings</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>No meeting fits this filter.</source>
            <translation>条件に合う商談はありません。</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>ごみ箱</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>The trash is empty.</source>
            <translation>ごみ箱は空です。</translation>
        </message>
    </context>
    <context>
        <name>Meters</name>
        <message>
            <source>You</source>
            <translation>自分</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>相手</translation>
        </message>
        <message>
            <source>Level of your microphone</source>
            <translation>自分のマイクの音量</translation>
        </message>
        <message>
            <source>Level of the other side</source>
            <translation>相手の音量</translation>
        </message>
    </context>
    <context>
        <name>MetricsView</name>
        <message>
            <source>Numbers appear here once the meeting has been read.</source>
            <translation>商談が読み解かれると、ここに数字が並びます。</translation>
        </message>
        <message>
            <source>My share of the talk</source>
            <translation>自分が話した割合</translation>
        </message>
        <message>
            <source>Questions I asked</source>
            <translation>自分の質問</translation>
        </message>
        <message>
            <source>Longest monologue</source>
            <translation>最長のひとり語り</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>待つ長さ</translation>
        </message>
        <message>
            <source>Interruptions</source>
            <translation>さえぎり</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>やりとり</translation>
        </message>
        <message>
            <source>Silence</source>
            <translation>沈黙</translation>
        </message>
        <message>
            <source>characters a minute</source>
            <translation>字/分</translation>
        </message>
        <message>
            <source>words a minute</source>
            <translation>語/分</translation>
        </message>
        <message>
            <source>The longest I spoke while the customer gave nothing but “yes” or “I see”</source>
            <translation>顧客が相づち以外を話さないまま、自分が話し続けた最長の時間</translation>
        </message>
        <message>
            <source>Mean wait between the customer's last word and my answer; an early answer counts as 0</source>
            <translation>顧客が話し終えてから自分が答えるまでの平均。かぶせた返答は 0 秒</translation>
        </message>
        <message>
            <source>How often one began while the other spoke on for 0.5 s or more; “yes” and “I see” not counted</source>
            <translation>相手の発話が 0.5 秒以上残るうちに話し始めた回数。相づちは除く</translation>
        </message>
        <message>
            <source>Changes of the speaker a minute; “yes” and “I see” not counted</source>
            <translation>1分あたりの話し手の交代。相づちは除く</translation>
        </message>
        <message>
            <source>Talking at once</source>
            <translation>かぶり</translation>
        </message>
        <message>
            <source>Sum of the stretches of 1 s or more in which both speak</source>
            <translation>双方が 1 秒以上同時に話した区間の合計</translation>
        </message>
        <message>
            <source>Sum of the stretches of 3 s or more in which nobody speaks</source>
            <translation>3 秒以上だれも話さない区間の合計</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>話す速さ</translation>
        </message>
        <message>
            <source>Me / customer, {unit} of their own speech</source>
            <translation>自分 / 顧客。それぞれの発話時間あたりの{unit}</translation>
        </message>
        <message>
            <source>My share of the time in which somebody speaks; customer {customer}</source>
            <translation>双方の発話時間に占める自分の割合。顧客は {customer}</translation>
        </message>
        <message>
            <source>Sentences of mine that ask something; the customer asked {number}</source>
            <translation>自分の発話のうち問いかけの文。顧客からは {number} 回</translation>
        </message>
    </context>
    <context>
        <name>MinutesView</name>
        <message>
            <source>The minutes appear here once the meeting has been read.</source>
            <translation>商談が読み解かれると、ここに議事録が並びます。</translation>
        </message>
        <message>
            <source>Nothing was said that belongs in the minutes.</source>
            <translation>議事録に載せる発言はありませんでした。</translation>
        </message>
        <message>
            <source>Form of the minutes …</source>
            <translation>議事録の形を変える…</translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n won deal(s)</source>
            <translation><numerusform>受注 %n 件</numerusform></translation>
        </message>
        <message>
            <source>Set by hand</source>
            <translation>手で設定</translation>
        </message>
        <message>
            <source>Renewal on {date}</source>
            <translation>更新日 {date}</translation>
        </message>
        <message>
            <source>Began on {date}</source>
            <translation>{date} に開始</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translation>{date} から</translation>
        </message>
        <message>
            <source>Has bought from us</source>
            <translation>購入の実績あり</translation>
        </message>
        <message>
            <source>Open deal: {name}</source>
            <translation>進行中の案件: {name}</translation>
        </message>
        <message>
            <source>Nothing bought yet, no open deal</source>
            <translation>購入も進行中の案件もまだありません</translation>
        </message>
        <message>
            <source>{person} was last met on {date}, others since</source>
            <translation>{person}さんとは {date} を最後に会えていません(ほかの方とは会っています)</translation>
        </message>
        <message>
            <source>Lately {person} only spoke of what stands against</source>
            <translation>{person}さんからは、このところ懸念や不満だけが出ています</translation>
        </message>
        <message>
            <source>Set by hand; the dates say: {stage}</source>
            <translation>手で設定(日付から見ると「{stage}」)</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>まだ回答がありません</translation>
        </message>
        <message>
            <source>By rule: {asks}</source>
            <translation>規則による: {asks}</translation>
        </message>
        <message>
            <source>As written with the customer</source>
            <translation>顧客に書かれたとおり</translation>
        </message>
        <message>
            <source>No rule fits</source>
            <translation>当てはまる規則がありません</translation>
        </message>
        <message>
            <source>No won deal within two years</source>
            <translation>2年以内の受注がありません</translation>
        </message>
        <message>
            <source>no day known</source>
            <translation>日付なし</translation>
        </message>
        <message>
            <source>Recency {grade} of 5: last bought {date}</source>
            <translation>新しさ {grade}/5: 最後の受注 {date}</translation>
        </message>
        <message>
            <source>Frequency {grade} of 5: {count} in two years</source>
            <translation>回数 {grade}/5: 2年で {count} 件</translation>
        </message>
        <message>
            <source>Money: no amount is known</source>
            <translation>金額: 金額の分かる案件がありません</translation>
        </message>
        <message>
            <source>Money: graded once five customers have bought</source>
            <translation>金額: 5社以上が購入すると評価します</translation>
        </message>
        <message>
            <source>Money {grade} of 5: {total}, compared with all who bought</source>
            <translation>金額 {grade}/5: {total}(購入した全社のなかで)</translation>
        </message>
        <message>
            <source>Nothing heard within a year</source>
            <translation>1年以内の発言がありません</translation>
        </message>
        <message>
            <source>From one person's words</source>
            <translation>1人の発言から</translation>
        </message>
        <message>
            <source>From {count} people's words</source>
            <translation>{count}人の発言から</translation>
        </message>
        <message>
            <source>{person} shows interest, while the usual contact stalls</source>
            <translation>{person}さんが関心を示しています。いつもの窓口の方は前に進んでいません</translation>
        </message>
    </context>
    <context>
        <name>NumbersView</name>
        <message>
            <source>Warmth</source>
            <translation>温度</translation>
        </message>
        <message>
            <source>Loyalty</source>
            <translation>ロイヤルティ</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>段階</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>購買</translation>
        </message>
        <message>
            <source>0 to 100, from what all their people said; 50 is neither warm nor cold. Each person counts once a meeting and kind; after 60 days it weighs half, after a year nothing.</source>
            <translation>0〜100。先方全員の発言から数え、50 はどちらでもない値です。一人が一度の商談で同じ種類の発言をしても一回と数え、60日で重みが半分、1年で 0 になります。</translation>
        </message>
        <message>
            <source>and {count} more, together {points}</source>
            <translation>ほか {count} 件、合わせて {points}</translation>
        </message>
        <message>
            <source>Would you recommend us, 0 to 10? 9 and 10 recommend, 7 and 8 are content, 0 to 6 warn others (Reichheld, 2003). The newest answer counts, from a survey, an import or by hand.</source>
            <translation>「薦めたいと思いますか」への 0〜10 の回答です。9・10 は推奨者、7・8 は中立、0〜6 は批判者(Reichheld, 2003)。アンケート・取り込み・手入力のうち、新しい回答を使います。</translation>
        </message>
        <message>
            <source>Write an answer by hand</source>
            <translation>回答を手で書く</translation>
        </message>
        <message>
            <source>Follows from deals, products and dates. What you choose here wins until you let go of it.</source>
            <translation>案件・製品・日付から決まります。ここで選ぶと、「日付から」に戻すまでその段階になります。</translation>
        </message>
        <message>
            <source>By the dates</source>
            <translation>日付から</translation>
        </message>
        <message>
            <source>What is written with the customer wins; else the first of your rules that fits.</source>
            <translation>顧客に書かれたセグメントが優先です。なければ、当てはまる最初の規則で決まります。</translation>
        </message>
        <message>
            <source>Change the rules</source>
            <translation>規則を変える</translation>
        </message>
        <message>
            <source>Won deals of two years, by the day that they closed: how lately, how often, how much; 5 is best.</source>
            <translation>2年以内に受注した案件を、受注日で数えます。どれだけ最近か、何回か、いくらか。5 が最高です。</translation>
        </message>
    </context>
    <context>
        <name>OfferResults</name>
        <message>
            <source>By kind</source>
            <translation>提案の種類別</translation>
        </message>
        <message>
            <source>Wording {name}</source>
            <translation>言い方 {name}</translation>
        </message>
        <message>
            <source>By wording</source>
            <translation>言い方別</translation>
        </message>
        <message>
            <source>By segment</source>
            <translation>セグメント別</translation>
        </message>
        <message>
            <source>By the problem it was to solve</source>
            <translation>解決しようとした課題別</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>まだいません</translation>
        </message>
        <message>
            <source>{hits} of {total} customers: too few to say</source>
            <translation>{total}社中{hits}社:数が少なく、まだ言えません</translation>
        </message>
        <message>
            <source>{hits} of {total}: too few to say</source>
            <translation>{total}件中{hits}件:件数が少なく、まだ言えません</translation>
        </message>
        <message>
            <source>{rate}% ({hits} of {total} customers), likely {low}–{high}%</source>
            <translation>{rate}%({total}社中{hits}社)、おそらく{low}〜{high}%</translation>
        </message>
        <message>
            <source>{rate}% ({hits} of {total}), likely {low}–{high}%</source>
            <translation>{rate}%({total}件中{hits}件)、おそらく{low}〜{high}%</translation>
        </message>
        <message>
            <source>Too few to compare: each wording needs {count} decided offers.</source>
            <translation>比べるには件数が足りません。言い方ごとに、結果の出た提案が{count}件必要です。</translation>
        </message>
        <message>
            <source>A minus B: {points} points, likely {low} to {high}.</source>
            <translation>A と B の差は{points}ポイント(おそらく{low}〜{high})。</translation>
        </message>
        <message>
            <source> This may be chance.</source>
            <translation>偶然の範囲かもしれません。</translation>
        </message>
        <message>
            <source> Wording {name} is accepted more often.</source>
            <translation>言い方 {name} のほうが承諾されています。</translation>
        </message>
        <message>
            <source>Too few customers to say whether offers do harm.</source>
            <translation>提案が害になっているかを言うには、顧客数が足りません。</translation>
        </message>
        <message>
            <source>Difference: {points} points, likely {low} to {high}.</source>
            <translation>差は{points}ポイント(おそらく{low}〜{high})。</translation>
        </message>
        <message>
            <source> More of those who were offered something left: offer less, and listen.</source>
            <translation>提案した顧客のほうが多く離れています。提案を減らし、まず話を聞きましょう。</translation>
        </message>
        <message>
            <source> Nothing shows that offers do harm.</source>
            <translation>提案が害になっている様子はありません。</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>区分</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>該当数</translation>
        </message>
        <message>
            <source>Of (n)</source>
            <translation>母数(n)</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>割合</translation>
        </message>
        <message>
            <source>Likely from</source>
            <translation>推定下限</translation>
        </message>
        <message>
            <source>Likely to</source>
            <translation>推定上限</translation>
        </message>
        <message>
            <source>Amount a month</source>
            <translation>金額(月)</translation>
        </message>
        <message>
            <source>All offers</source>
            <translation>すべての提案</translation>
        </message>
        <message>
            <source>Customers who left</source>
            <translation>離れた顧客</translation>
        </message>
        <message>
            <source>Expansion MRR</source>
            <translation>毎月の増加額(Expansion MRR)</translation>
        </message>
        <message>
            <source>What</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>Were offered something</source>
            <translation>提案した顧客</translation>
        </message>
        <message>
            <source>Were offered nothing</source>
            <translation>提案していない顧客</translation>
        </message>
        <message>
            <source>What came of the offers</source>
            <translation>提案の成果</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>保存しました: {name}</translation>
        </message>
    </context>
    <context>
        <name>OfferResultsView</name>
        <message>
            <source>Customers left where a tag or a deal says 解約 or churned, a renewal was lost, or no product is left. Who left before the first offer was offered nothing.</source>
            <translation>「離れた顧客」は、タグか案件に「解約」または churned がある、契約更新を失注した、利用中の製品がなくなった、のどれかに当たる顧客です。最初の提案より前に離れた顧客は「提案していない顧客」に数えます。</translation>
        </message>
        <message>
            <source>Do offers do harm? Customers who left</source>
            <translation>提案は害になっていないか(離れた顧客の割合)</translation>
        </message>
        <message>
            <source>+{amount} a month</source>
            <translation>+{amount}/月</translation>
        </message>
        <message>
            <source>Expansion MRR</source>
            <translation>毎月の増加額(Expansion MRR)</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>まだありません</translation>
        </message>
        <message>
            <source>{presented} presented, {accepted} accepted</source>
            <translation>提案 {presented}件、承諾 {accepted}件</translation>
        </message>
        <message>
            <source>; {count} of them without an amount or paid once</source>
            <translation>(うち{count}件は金額なし、または一回払い)</translation>
        </message>
        <message>
            <source>Acceptance</source>
            <translation>承諾率</translation>
        </message>
        <message>
            <source>Expansion MRR: what accepted offers add to each month's income. A yearly price counts a twelfth; what is paid once counts nothing. Acceptance: accepted of accepted and declined; what is open or withdrawn does not count. The band is where the true share likely lies (95%).</source>
            <translation>毎月の増加額は、承諾された提案で毎月の売上に加わる額です。年額は12分の1、一回払いは0で数えます。承諾率は「承諾」÷(「承諾」+「見送り」)で、検討中と取り下げは数えません。帯は、本当の割合がありそうな範囲(95%)です。</translation>
        </message>
        <message>
            <source>What came of the offers</source>
            <translation>提案の成果</translation>
        </message>
        <message>
            <source> Export as CSV</source>
            <translation> CSV で書き出す</translation>
        </message>
        <message>
            <source> Suggestions</source>
            <translation> 提案</translation>
        </message>
        <message>
            <source>Results appear here</source>
            <translation>提案の成果がここに出ます</translation>
        </message>
        <message>
            <source>Note on the card of a suggestion that it was presented, accepted or declined. This page then counts acceptance, what accepted offers add each month, and whether offers do harm.</source>
            <translation>提案のカードで「提案済み」「承諾」「見送り」を記録すると、承諾率、毎月の増加額、提案が害になっていないかを、ここで数えます。</translation>
        </message>
        <message>
            <source>Open the suggestions</source>
            <translation>提案を開く</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>商談</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>商談</translation>
        </message>
        <message>
            <source>Trends</source>
            <translation>傾向</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>録音</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>プライバシー</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>提案</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>はじめの一歩</translation>
        </message>
        <message>
            <source>Health check</source>
            <translation>動作の確認</translation>
        </message>
        <message>
            <source>User's guide</source>
            <translation>使い方</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>カタログ</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>提案の成果</translation>
        </message>
        <message>
            <source>Success stories</source>
            <translation>導入事例</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Find a command, a meeting, or words that were said</source>
            <translation>コマンド、商談、発言を探す</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>見つかりませんでした。</translation>
        </message>
        <message>
            <source>Go to {page}</source>
            <translation>{page}を開く</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Weak: easy to guess. Add more words.</source>
            <translation>弱い: 推測されやすいので、言葉を足してください。</translation>
        </message>
        <message>
            <source>Fair: another word makes it strong.</source>
            <translation>普通: もう1語足すと強くなります。</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>強い</translation>
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation>パスフレーズの変更</translation>
        </message>
        <message>
            <source>Protect with a passphrase</source>
            <translation>パスフレーズで保護</translation>
        </message>
        <message>
            <source>Present passphrase or recovery code</source>
            <translation>いまのパスフレーズまたは復旧コード</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>新しいパスフレーズ</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translation>確認のためもう一度</translation>
        </message>
        <message>
            <source>I know that nobody can restore a lost passphrase</source>
            <translation>パスフレーズをなくすと、だれにも元に戻せないことを理解しました</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>次へ</translation>
        </message>
        <message>
            <source>The data stays as it is; only what opens it changes. You get a new recovery code, and the old one opens nothing any more. Backups made before still ask for the old passphrase.</source>
            <translation>データはそのままで、開くためのパスフレーズだけが変わります。復旧コードは新しくなり、前のコードでは開けなくなります。前に取ったバックアップには、そのときのパスフレーズが必要です。</translation>
        </message>
        <message>
            <source>All meetings, texts and sound are encrypted on this disk, and the program asks for the passphrase at each start. Without the passphrase or the recovery code nobody can open the data again, neither you nor we. Exported files and the settings stay as they are.</source>
            <translation>商談・文字・音声をこの端末のディスク上で暗号化し、起動するたびにパスフレーズを尋ねます。パスフレーズも復旧コードもなくすと、ご本人にも開発元にも、データを開く手段はありません。書き出したファイルと設定は暗号化されません。</translation>
        </message>
        <message>
            <source>At least {count} characters, please.</source>
            <translation>{count}文字以上にしてください。</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translation>2つの入力がまだ一致していません。</translation>
        </message>
        <message>
            <source>Four words that do not belong together are easy to remember.</source>
            <translation>つながりのない言葉を4つ並べると、覚えやすく強くなります。</translation>
        </message>
    </context>
    <context>
        <name>PatternsView</name>
        <message>
            <source>What won meetings have in common</source>
            <translation>成功した商談の共通点</translation>
        </message>
        <message>
            <source>Mark meetings as won or lost (keys 1 to 4). From {n} on each side on, this page shows what differs.</source>
            <translation>商談に成功・失敗を付けてください(1〜4 のキー)。それぞれ {n} 件から、違いを示します。</translation>
        </message>
        <message>
            <source>Coloured rows differ beyond chance (false discoveries up to 5 %). A pattern hints, it proves no cause.</source>
            <translation>色の付いた行は偶然を超える違いです(誤検出は 5 % まで)。傾向は手がかりで、原因の証明ではありません。</translation>
        </message>
        <message>
            <source>Nothing differs beyond chance yet. Grey rows show where to look as more meetings come.</source>
            <translation>偶然を超える違いはまだありません。灰色の行は、件数が増えたら見る所です。</translation>
        </message>
        <message>
            <source>won {won} of {won_n}, lost {lost} of {lost_n}</source>
            <translation>成功 {won_n} 件中 {won}、失敗 {lost_n} 件中 {lost}</translation>
        </message>
        <message>
            <source>{difference} points</source>
            <translation>{difference} ポイント</translation>
        </message>
        <message>
            <source>Hypothesis</source>
            <translation>仮説</translation>
        </message>
        <message>
            <source>Open example {n}</source>
            <translation>例 {n} を開く</translation>
        </message>
        <message>
            <source>Winning patterns as a table</source>
            <translation>勝ちパターンの表</translation>
        </message>
        <message>
            <source>Words are shown where something is claimed.</source>
            <translation>差が偶然を超える行で、発言が出ます。</translation>
        </message>
    </context>
    <context>
        <name>PlayerBar</name>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>再生</translation>
        </message>
        <message>
            <source>5 seconds back</source>
            <translation>5 秒戻る</translation>
        </message>
        <message>
            <source>5 seconds on</source>
            <translation>5 秒進む</translation>
        </message>
        <message>
            <source>Repeat the chosen line</source>
            <translation>選んだ発言を繰り返す</translation>
        </message>
        <message>
            <source>Text follows the sound</source>
            <translation>音声に合わせて文字を送る</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速さ</translation>
        </message>
        <message>
            <source>Waveform</source>
            <translation>波形</translation>
        </message>
        <message>
            <source>Click to go there; drag with Shift to repeat a stretch</source>
            <translation>クリックで移動、Shift を押しながらなぞると繰り返し</translation>
        </message>
        <message>
            <source>Mark this place</source>
            <translation>ここに印を付ける</translation>
        </message>
        <message>
            <source>Write a comment at this place</source>
            <translation>この場面にコメントを書く</translation>
        </message>
    </context>
    <context>
        <name>Protection</name>
        <message>
            <source>All data is decrypted on this disk, and the program starts without asking.</source>
            <translation>すべてのデータをこのディスク上で復号し、次からは尋ねずに起動します。</translation>
        </message>
    </context>
    <context>
        <name>ProtectionCard</name>
        <message>
            <source>protect passphrase password encryption encrypt recovery code</source>
            <translation>保護 パスフレーズ パスワード 暗号化 暗号 復旧コード 鍵</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>パスフレーズ</translation>
        </message>
        <message>
            <source>Protect with a passphrase…</source>
            <translation>パスフレーズで保護…</translation>
        </message>
        <message>
            <source>Change the passphrase…</source>
            <translation>パスフレーズを変更…</translation>
        </message>
        <message>
            <source>Take the protection off…</source>
            <translation>保護をやめる…</translation>
        </message>
        <message>
            <source>The data on this disk is encrypted.</source>
            <translation>このディスク上のデータは暗号化されています。</translation>
        </message>
        <message>
            <source>Meetings, texts, sound and backups open only with your passphrase or the recovery code. Exported files, the settings and a recording that is still being made are not encrypted.</source>
            <translation>商談・文字・音声・バックアップは、パスフレーズか復旧コードがないと開けません。書き出したファイル、設定、録音中の音声は暗号化されません。</translation>
        </message>
        <message>
            <source>The data on this disk is not encrypted.</source>
            <translation>このディスク上のデータは暗号化されていません。</translation>
        </message>
        <message>
            <source>Who gets hold of this disk can read it, unless the system itself encrypts the disk.</source>
            <translation>OSがディスクを暗号化していなければ、このディスクを手にした人はデータを読めます。</translation>
        </message>
    </context>
    <context>
        <name>ProtectionProgress</name>
        <message>
            <source>The data is being encrypted…</source>
            <translation>データを暗号化しています…</translation>
        </message>
        <message>
            <source>The data is being decrypted…</source>
            <translation>データを復号しています…</translation>
        </message>
        <message>
            <source>If the computer is switched off, it goes on later.</source>
            <translation>途中で電源が切れても、次の起動で続きから行います。</translation>
        </message>
    </context>
    <context>
        <name>QuotesPane</name>
        <message>
            <source>Count its voices under</source>
            <translation>まとめる先のテーマ</translation>
        </message>
        <message>
            <source>Customer not set</source>
            <translation>顧客未設定</translation>
        </message>
        <message>
            <source>Do not keep on top</source>
            <translation>上への固定を外す</translation>
        </message>
        <message>
            <source>Give this, and what is nearer to it, a theme of its own</source>
            <translation>この声と近いものを別のテーマに分ける</translation>
        </message>
        <message>
            <source>Keep on top</source>
            <translation>上に固定する</translation>
        </message>
        <message>
            <source>Merge into another theme</source>
            <translation>ほかのテーマに統合</translation>
        </message>
        <message>
            <source>Merge into another theme …</source>
            <translation>ほかのテーマに統合…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言の場面を開く</translation>
        </message>
        <message>
            <source>Play these quotes one after the other</source>
            <translation>この声を続けて再生</translation>
        </message>
        <message>
            <source>Rename the theme</source>
            <translation>テーマの名前を変える</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>名前を変える…</translation>
        </message>
        <message>
            <source>Rename, pin or merge the theme</source>
            <translation>テーマの名前・固定・統合</translation>
        </message>
        <message>
            <source>Nobody spoke of it then.</source>
            <translation>この期間の発言はありません。</translation>
        </message>
        <message>
            <source>Show the words of all periods</source>
            <translation>全期間の発言に戻す</translation>
        </message>
    </context>
    <context>
        <name>RecordingBar</name>
        <message>
            <source>Recording</source>
            <translation>録音</translation>
        </message>
        <message>
            <source>Show the whole page</source>
            <translation>画面全体を表示</translation>
        </message>
    </context>
    <context>
        <name>RecordingPresenter</name>
        <message>
            <source>Everybody agreed to the recording.</source>
            <translation>録音について参加者全員の同意を得た。</translation>
        </message>
        <message>
            <source>Stop the recording</source>
            <translation>録音を終える</translation>
        </message>
    </context>
    <context>
        <name>RecordingView</name>
        <message>
            <source>Open the meeting</source>
            <translation>商談を開く</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>保存しています…</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>話したこと</translation>
        </message>
        <message>
            <source>The text comes here a moment after somebody spoke.</source>
            <translation>話すと、少し後にここに文字が出ます。</translation>
        </message>
        <message>
            <source>Shrink to a bar</source>
            <translation>小さな帯にする</translation>
        </message>
        <message>
            <source>Record another</source>
            <translation>続けて録音する</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>Edit {name}</source>
            <translation>「{name}」を編集</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>「{name}」を削除</translation>
        </message>
        <message>
            <source>Edit the company</source>
            <translation>会社の情報を編集</translation>
        </message>
        <message>
            <source>Web site</source>
            <translation>Web サイト</translation>
        </message>
        <message>
            <source>Tags, notes, and whatever else you want to know of them.</source>
            <translation>タグやメモなど、知っておきたいことを書けます。</translation>
        </message>
        <message>
            <source>Tags and notes</source>
            <translation>タグとメモ</translation>
        </message>
        <message>
            <source> Delete this customer</source>
            <translation> この顧客を削除</translation>
        </message>
        <message>
            <source>The meetings with them stay.</source>
            <translation>商談は残ります。</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>すべて表示({count})</translation>
        </message>
        <message>
            <source>Not in the catalogue</source>
            <translation>カタログになし</translation>
        </message>
        <message>
            <source>Write it as in the catalogue, so that it is never offered to them.</source>
            <translation>カタログのとおりに書くと、この製品を提案しなくなります。</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <source>A recording that was cut off was saved: {length}.</source>
            <translation>途中で切れた録音を救い出しました({length})。</translation>
        </message>
    </context>
    <context>
        <name>RulesCard</name>
        <message>
            <source>When something may be proposed</source>
            <translation>いつ提案してよいか</translation>
        </message>
        <message>
            <source>Kind of business</source>
            <translation>商売のかたち</translation>
        </message>
    </context>
    <context>
        <name>Segments</name>
        <message>
            <source>industry “{name}”</source>
            <translation>業種に「{name}」</translation>
        </message>
        <message>
            <source>tag {names}</source>
            <translation>タグ {names}</translation>
        </message>
        <message>
            <source> or </source>
            <translation>・</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>すべての顧客</translation>
        </message>
        <message>
            <source>{least} to {most} people</source>
            <translation>{least}〜{most}人</translation>
        </message>
        <message>
            <source>{least} people or more</source>
            <translation>{least}人以上</translation>
        </message>
        <message>
            <source>{most} people or fewer</source>
            <translation>{most}人以下</translation>
        </message>
        <message>
            <source>Add a rule</source>
            <translation>規則を追加</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Large manufacturers</source>
            <translation>大手製造</translation>
        </message>
        <message>
            <source>Their industry contains</source>
            <translation>業種に含まれる言葉</translation>
        </message>
        <message>
            <source>They have one of these tags</source>
            <translation>次のタグのどれかが付いている</translation>
        </message>
        <message>
            <source>People there, at least</source>
            <translation>従業員数(以上)</translation>
        </message>
        <message>
            <source>People there, at most</source>
            <translation>従業員数(以下)</translation>
        </message>
        <message>
            <source>This cannot be less than the least.</source>
            <translation>「以上」より小さくはできません。</translation>
        </message>
    </context>
    <context>
        <name>SegmentsCard</name>
        <message>
            <source>Try before the one above: {segment}</source>
            <translation>一つ上げる: {segment}</translation>
        </message>
        <message>
            <source>Change: {segment}</source>
            <translation>変更: {segment}</translation>
        </message>
        <message>
            <source>Delete: {segment}</source>
            <translation>削除: {segment}</translation>
        </message>
        <message>
            <source>Segments of customers</source>
            <translation>顧客のセグメント</translation>
        </message>
        <message>
            <source>The first rule that fits names the segment. A segment written with the customer wins.</source>
            <translation>当てはまる最初の規則でセグメントが決まります。顧客に書かれたセグメントが優先です。</translation>
        </message>
        <message>
            <source> Add a rule</source>
            <translation> 規則を追加</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Saved.</source>
            <translation>保存しました。</translation>
        </message>
        <message>
            <source>All settings are as they came. Your name and words were kept.</source>
            <translation>すべての設定を最初の値に戻しました。お名前と登録した言葉は残してあります。</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>画面の色</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>システムに合わせる</translation>
        </message>
        <message>
            <source>Character set</source>
            <translation>文字コード</translation>
        </message>
        <message>
            <source>Competitors</source>
            <translation>競合</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>暗い</translation>
        </message>
        <message>
            <source>Delete sound after</source>
            <translation>音声を削除するまでの日数</translation>
        </message>
        <message>
            <source>Empty the trash after</source>
            <translation>ゴミ箱を空にするまでの日数</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英語</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>Export each finished meeting by itself</source>
            <translation>議事録ができたら自動で書き出す</translation>
        </message>
        <message>
            <source>Find out</source>
            <translation>自動で判別</translation>
        </message>
        <message>
            <source>Folder for exports</source>
            <translation>書き出し先のフォルダー</translation>
        </message>
        <message>
            <source>General</source>
            <translation>全般</translation>
        </message>
        <message>
            <source>Holds after a restart of the program.</source>
            <translation>次に起動したときから変わります。</translation>
        </message>
        <message>
            <source>How many readings are weighed for each sentence. More takes longer.</source>
            <translation>一文ごとに比べる候補の数です。増やすと時間がかかります。</translation>
        </message>
        <message>
            <source>In days. Until then a deleted meeting can be taken back.</source>
            <translation>それまでは、削除した商談を元に戻せます。</translation>
        </message>
        <message>
            <source>In days; 0 keeps it. Text and minutes stay. Protected meetings keep their sound.</source>
            <translation>0 なら削除しません。文字と議事録は残ります。「音声を残す」にした商談は対象外です。</translation>
        </message>
        <message>
            <source>In the workspace</source>
            <translation>データと同じ場所</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日本語</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>表示言語</translation>
        </message>
        <message>
            <source>Larger models write more exactly and take longer.</source>
            <translation>大きなモデルほど正確ですが、時間がかかります。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>明るい</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Names of products, customers and people. They are recognised better.</source>
            <translation>製品名、顧客名、人名などです。正しく聞き取りやすくなります。</translation>
        </message>
        <message>
            <source>Of CSV files whose profile does not say.</source>
            <translation>形式に指定がないときの CSV の文字コードです。</translation>
        </message>
        <message>
            <source>Of new meetings; each meeting can have another.</source>
            <translation>新しい商談に使います。商談ごとに変えられます。</translation>
        </message>
        <message>
            <source>Of the window. Changes at once.</source>
            <translation>すぐに切り替わります。</translation>
        </message>
        <message>
            <source>Off spares the processor of a slow machine; the minutes stay the same.</source>
            <translation>オフにすると、遅い端末の負担が減ります。議事録の内容は変わりません。</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>1行に1つ</translation>
        </message>
        <message>
            <source>Record the other side of web meetings</source>
            <translation>Web会議の相手の声を録音する</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>録音</translation>
        </message>
        <message>
            <source>Remind me to ask for agreement</source>
            <translation>録音の同意を確認する</translation>
        </message>
        <message>
            <source>Shows the sentence to read out before each recording.</source>
            <translation>録音の前に、読み上げる文を表示します。</translation>
        </message>
        <message>
            <source>Size of text and controls</source>
            <translation>文字と部品の大きさ</translation>
        </message>
        <message>
            <source>Spoken language</source>
            <translation>話す言語</translation>
        </message>
        <message>
            <source>Stands in minutes and exports for the speaker at the microphone.</source>
            <translation>議事録と書き出しで、マイクの話し手の名前になります。</translation>
        </message>
        <message>
            <source>Text while recording</source>
            <translation>録音中に文字を表示する</translation>
        </message>
        <message>
            <source>The columns and formats that your CRM wants.</source>
            <translation>お使いの CRM に合わせた列と形式です。</translation>
        </message>
        <message>
            <source>The speaker at the microphone</source>
            <translation>マイクの話し手</translation>
        </message>
        <message>
            <source>Thoroughness</source>
            <translation>文字起こしの丁寧さ</translation>
        </message>
        <message>
            <source>Transcription</source>
            <translation>文字起こし</translation>
        </message>
        <message>
            <source>UTF-8 for Excel</source>
            <translation>UTF-8(Excel 向け)</translation>
        </message>
        <message>
            <source>Vocabulary</source>
            <translation>登録した言葉</translation>
        </message>
        <message>
            <source>What the machine plays goes to a channel of its own.</source>
            <translation>端末が鳴らす音を、別のチャンネルに録ります。</translation>
        </message>
        <message>
            <source>Whenever a customer names one of them, you see it in the insights.</source>
            <translation>顧客が名前を挙げると、気づきに表示されます。</translation>
        </message>
        <message>
            <source>Where you export to</source>
            <translation>書き出し先</translation>
        </message>
        <message>
            <source>Writes into the folder above as soon as the minutes are there.</source>
            <translation>議事録ができしだい、上のフォルダーに書き出します。</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>お名前</translation>
        </message>
        <message>
            <source> days</source>
            <translation> 日</translation>
        </message>
        <message>
            <source> more</source>
            <translation> 件</translation>
        </message>
        <message>
            <source>Paid each month or year. Whoever has just signed is left in peace until the product helps.</source>
            <translation>月額・年額の契約。契約したばかりのお客様には、使いこなせるようになるまで次の提案を控えます。</translation>
        </message>
        <message>
            <source>Sold once. The moment of decision is the good one: what goes with it is welcome then.</source>
            <translation>一回ごとの販売。買うと決めた直後が好機です。一緒に使うものを喜んで聞いてもらえます。</translation>
        </message>
        <message>
            <source>Work to order. Before the result of the present work was told, the next is not offered.</source>
            <translation>受託やコンサルティング。いまの仕事の成果が語られるまで、次の提案はしません。</translation>
        </message>
        <message>
            <source>Goods that are used up and ordered again. Pauses are shorter, as one talks more often.</source>
            <translation>使うたびに注文される商品。話す機会が多いので、間隔は短めです。</translation>
        </message>
        <message>
            <source>Products beside the first</source>
            <translation>代案の数</translation>
        </message>
        <message>
            <source>One product is proposed in a meeting, with so many others to choose from.</source>
            <translation>一度の商談で提案するのは一つ。ほかに選べる代案をこの数まで添えます。</translation>
        </message>
        <message>
            <source>Between two offers</source>
            <translation>提案の間隔</translation>
        </message>
        <message>
            <source>A customer who was offered something is left in peace so long.</source>
            <translation>一度提案したお客様は、この日数のあいだ休ませます。</translation>
        </message>
        <message>
            <source>Pause after a refusal</source>
            <translation>断られたあとの間隔</translation>
        </message>
        <message>
            <source>Doubles with each refusal that follows; an acceptance ends it.</source>
            <translation>続けて断られるたびに倍になり、承諾があれば元に戻ります。</translation>
        </message>
        <message>
            <source>Grace after the contract</source>
            <translation>契約後の猶予</translation>
        </message>
        <message>
            <source>So long they learn what they bought, and nothing else is offered.</source>
            <translation>買ったものに慣れてもらう期間です。ほかの提案はしません。</translation>
        </message>
        <message>
            <source>Moment of decision</source>
            <translation>決めた直後</translation>
        </message>
        <message>
            <source>So long after they bought, it speaks for offering what goes with it; 0: never.</source>
            <translation>購入からこの日数のあいだは、一緒に使うものを提案する理由になります。0 なら理由にしません。</translation>
        </message>
        <message>
            <source>Renewal window</source>
            <translation>更新前の期間</translation>
        </message>
        <message>
            <source>So long before the renewal it is a reason to talk about what comes next.</source>
            <translation>更新日の前のこの日数のあいだは、次の話をする理由になります。</translation>
        </message>
        <message>
            <source>Price ceiling</source>
            <translation>価格の上限</translation>
        </message>
        <message>
            <source>Of the budget that they named; what costs more waits.</source>
            <translation>お客様が口にした予算に対する割合です。超えるものは待ちます。</translation>
        </message>
        <message>
            <source>Near the limit</source>
            <translation>上限に近い</translation>
        </message>
        <message>
            <source>So full, what they use is a reason to talk about a larger one.</source>
            <translation>利用がこの割合に達すると、より大きいものを話す理由になります。</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>見直しまで</translation>
        </message>
        <message>
            <source>So long after “do not propose” the customer is looked at anew.</source>
            <translation>「今はしない」と出てから、この日数のあとに見直します。</translation>
        </message>
        <message>
            <source>Your business</source>
            <translation>顧客と提案</translation>
        </message>
    </context>
    <context>
        <name>SettingsView</name>
        <message>
            <source>All settings back to the defaults</source>
            <translation>すべての設定を最初の値に戻す</translation>
        </message>
        <message>
            <source>Health check</source>
            <translation>動作の確認</translation>
        </message>
        <message>
            <source>No setting is about this.</source>
            <translation>当てはまる設定はありません。</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>いますぐ再起動</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>設定を検索</translation>
        </message>
        <message>
            <source>keys keyboard shortcuts</source>
            <translation>キー キーボード ショートカット keys shortcuts</translation>
        </message>
        <message>
            <source>where it lies folder move backup restore disk size</source>
            <translation>データの場所 フォルダー 移動 バックアップ 復元 ディスク 容量 backup restore folder</translation>
        </message>
    </context>
    <context>
        <name>Setup</name>
        <message>
            <source>The system's default</source>
            <translation>この端末の既定の機器</translation>
        </message>
        <message>
            <source>No microphone was found. Plug one in and look again.</source>
            <translation>マイクが見つかりません。つないでから、もう一度探してください。</translation>
        </message>
        <message>
            <source>You can be heard.</source>
            <translation>声が届いています。</translation>
        </message>
        <message>
            <source>Say something: the upper bar should move.</source>
            <translation>何か話してみてください。上の棒が動けば大丈夫です。</translation>
        </message>
        <message>
            <source>In the room</source>
            <translation>対面</translation>
        </message>
        <message>
            <source>Web meeting</source>
            <translation>Web会議</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>With</source>
            <translation>相手先</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>題名</translation>
        </message>
        <message>
            <source>Your microphone</source>
            <translation>自分のマイク</translation>
        </message>
        <message>
            <source>The other side</source>
            <translation>相手の音</translation>
        </message>
        <message>
            <source>Empty: the date and time</source>
            <translation>空欄なら日時になります</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>もう一度探す</translation>
        </message>
        <message>
            <source>To read out</source>
            <translation>読み上げる文</translation>
        </message>
        <message>
            <source>“May I record this meeting to write the minutes? The recording stays on this computer and is not sent anywhere. I stop at any time if you ask me to.”</source>
            <translation>「議事録を作るため、録音してもよろしいでしょうか。録音はこのパソコンの中だけに残り、外へは送りません。お申し出があれば、いつでも止めます。」</translation>
        </message>
        <message>
            <source>Everybody agreed to the recording</source>
            <translation>参加者全員の同意を得ました</translation>
        </message>
        <message>
            <source>Start recording</source>
            <translation>録音を始める</translation>
        </message>
        <message>
            <source>The microphone gives no sound. Check the cable and the system's permission.</source>
            <translation>マイクから音が届きません。接続と、システムのマイクの許可を確かめてください。</translation>
        </message>
        <message>
            <source>You are hardly heard. Come closer or turn the microphone up.</source>
            <translation>声が小さすぎます。マイクに近づくか、入力音量を上げてください。</translation>
        </message>
        <message>
            <source>Too loud, the sound is cut off. Turn the microphone down.</source>
            <translation>声が大きすぎて割れています。マイクの入力音量を下げてください。</translation>
        </message>
        <message>
            <source>Other side: play anything on this machine to test it.</source>
            <translation>相手の音:この端末で何か鳴らすと確かめられます。</translation>
        </message>
        <message>
            <source>Other side: nothing is playing yet.</source>
            <translation>相手の音:まだ何も鳴っていません。</translation>
        </message>
        <message>
            <source>Other side: very soft.</source>
            <translation>相手の音:かなり小さいです。</translation>
        </message>
        <message>
            <source>Other side: can be heard.</source>
            <translation>相手の音:届いています。</translation>
        </message>
        <message>
            <source>Other side: too loud.</source>
            <translation>相手の音:大きすぎて割れています。</translation>
        </message>
        <message>
            <source>Enrol your voice, so that you are told from the customer …</source>
            <translation>声を登録して、自分と顧客を聞き分ける…</translation>
        </message>
    </context>
    <context>
        <name>SheetDialog</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Not saved yet. Close again to drop what you changed.</source>
            <translation>まだ保存していません。もう一度閉じると、変更を捨てます。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>Sheets</name>
        <message>
            <source>Company</source>
            <translation>会社名</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>業種</translation>
        </message>
        <message>
            <source>NPS</source>
            <translation>NPS(推奨度)</translation>
        </message>
        <message>
            <source>Web site</source>
            <translation>Web サイト</translation>
        </message>
        <message>
            <source>Contract since</source>
            <translation>契約開始日</translation>
        </message>
        <message>
            <source>Renewal</source>
            <translation>更新日</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>タグ</translation>
        </message>
        <message>
            <source>More to know</source>
            <translation>その他の項目</translation>
        </message>
        <message>
            <source>One a line, such as: Closing day: 20th</source>
            <translation>1行に1つ。例: 締め日: 20日</translation>
        </message>
        <message>
            <source>Write a name, a colon and a value on each line.</source>
            <translation>各行を「項目名: 値」の形で書いてください。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>People</source>
            <translation>担当者</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>担当者を追加</translation>
        </message>
        <message>
            <source>Who speaks for them, and who decides.</source>
            <translation>先方の担当者と決裁者を登録します。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>氏名</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部署</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>役職</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>メール</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Decides about buying</source>
            <translation>購入を決める人(決裁者)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>Won</source>
            <translation>受注</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>失注</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Add a deal</source>
            <translation>案件を追加</translation>
        </message>
        <message>
            <source>What may be sold, for how much and until when.</source>
            <translation>何を、いくらで、いつまでに決めるかを登録します。</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>案件名</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>フェーズ</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>通貨</translation>
        </message>
        <message>
            <source>Expected close</source>
            <translation>受注予定日</translation>
        </message>
        <message>
            <source>Products in use</source>
            <translation>利用中の製品</translation>
        </message>
        <message>
            <source>Add a product</source>
            <translation>製品を追加</translation>
        </message>
        <message>
            <source>What they own is never offered; what is new to them asks for patience.</source>
            <translation>利用中の製品は提案しません。使い始めの時期は提案を控えます。</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>製品</translation>
        </message>
        <message>
            <source>As in the catalogue</source>
            <translation>カタログにある製品名</translation>
        </message>
        <message>
            <source>In use since</source>
            <translation>利用開始日</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席数</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>利用状況</translation>
        </message>
        <message>
            <source>Add a figure</source>
            <translation>数値を追加</translation>
        </message>
        <message>
            <source>How much they use; near a limit is a good moment to talk.</source>
            <translation>どれだけ使われているかを登録します。上限に近いときは相談のよい機会です。</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>数えるもの</translation>
        </message>
        <message>
            <source>Users, sites, storage …</source>
            <translation>利用者数、拠点数、容量など</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>使用量</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>単位</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>時点</translation>
        </message>
        <message>
            <source>Support cases</source>
            <translation>問い合わせ</translation>
        </message>
        <message>
            <source>Add a case</source>
            <translation>問い合わせを追加</translation>
        </message>
        <message>
            <source>While one is open, nothing is offered.</source>
            <translation>対応中のものがある間は提案しません。</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>件名</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>受付日</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>完了日</translation>
        </message>
        <message>
            <source>People there</source>
            <translation>従業員数</translation>
        </message>
        <message>
            <source>Divided by commas</source>
            <translation>「、」で区切る</translation>
        </message>
        <message>
            <source>The renewal cannot be before the contract.</source>
            <translation>更新日は契約開始日より前にはできません。</translation>
        </message>
        <message>
            <source>A case cannot be closed before it was opened.</source>
            <translation>完了日は受付日より前にはできません。</translation>
        </message>
    </context>
    <context>
        <name>Since</name>
        <message>
            <source>Mood is better</source>
            <translation>気分が上向き</translation>
        </message>
        <message>
            <source>Mood is worse</source>
            <translation>気分が下向き</translation>
        </message>
        <message>
            <source>Heard for the first time</source>
            <translation>初めて話した人</translation>
        </message>
        <message>
            <source>Support case opened</source>
            <translation>問い合わせの受付</translation>
        </message>
        <message>
            <source>Support case closed</source>
            <translation>問い合わせの完了</translation>
        </message>
        <message>
            <source>New NPS answer</source>
            <translation>NPSの新しい回答</translation>
        </message>
        <message>
            <source>Changed since {date}</source>
            <translation>{date} からの変化</translation>
        </message>
        <message>
            <source>After the next meeting, this says what changed.</source>
            <translation>次の商談のあと、前回からの変化がここに出ます。</translation>
        </message>
        <message>
            <source>Nothing new came up.</source>
            <translation>新しい変化はありません。</translation>
        </message>
    </context>
    <context>
        <name>Stories</name>
        <message>
            <source>Saved.</source>
            <translation>保存しました。</translation>
        </message>
        <message>
            <source>Add a story</source>
            <translation>事例を追加</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>削除しました: {name}</translation>
        </message>
        <message>
            <source>Import stories (CSV)</source>
            <translation>事例を取り込む(CSV)</translation>
        </message>
        <message>
            <source>Imported: {count}. Rows without a title: {without}.</source>
            <translation>{count}件を取り込みました(タイトルのない行: {without}件)。</translation>
        </message>
        <message>
            <source>Success stories</source>
            <translation>導入事例</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>保存しました: {name}</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>タイトル</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>業種</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>製品</translation>
        </message>
        <message>
            <source>Code or name</source>
            <translation>製品コードまたは製品名</translation>
        </message>
        <message>
            <source>Problem, in the customer's words</source>
            <translation>課題(お客様の言葉で)</translation>
        </message>
        <message>
            <source>Result, with numbers where there are any</source>
            <translation>成果(あれば数字も)</translation>
        </message>
    </context>
    <context>
        <name>StoriesView</name>
        <message>
            <source>Edit {name}</source>
            <translation>{name} を編集</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>{name} を削除</translation>
        </message>
        <message>
            <source>Problem: {text}</source>
            <translation>課題: {text}</translation>
        </message>
        <message>
            <source>Result: {text}</source>
            <translation>成果: {text}</translation>
        </message>
        <message>
            <source>Success stories</source>
            <translation>導入事例</translation>
        </message>
        <message>
            <source> Catalogue</source>
            <translation> カタログ</translation>
        </message>
        <message>
            <source> Import</source>
            <translation> 取り込む</translation>
        </message>
        <message>
            <source> Export</source>
            <translation> 書き出す</translation>
        </message>
        <message>
            <source> Add a story</source>
            <translation> 事例を追加</translation>
        </message>
        <message>
            <source>Success stories stand here</source>
            <translation>導入事例がここに並びます</translation>
        </message>
        <message>
            <source>What a product did for another customer: the nearest story is shown on the card of a suggestion.</source>
            <translation>ほかのお客様の役に立った事例です。近いものが提案に出ます。</translation>
        </message>
        <message>
            <source>Add a story</source>
            <translation>事例を追加</translation>
        </message>
        <message>
            <source>Import stories (CSV)</source>
            <translation>事例を取り込む(CSV)</translation>
        </message>
    </context>
    <context>
        <name>Tile</name>
        <message>
            <source>What is behind it: {number}</source>
            <translation>{number}の内訳</translation>
        </message>
    </context>
    <context>
        <name>TableFiles</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>{name} に保存しました。</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Done.</source>
            <translation>完了にしました。</translation>
        </message>
        <message>
            <source>Put off by a week.</source>
            <translation>1週間後に延ばしました。</translation>
        </message>
    </context>
    <context>
        <name>TodayView</name>
        <message>
            <source>Processing stopped</source>
            <translation>処理が止まった商談</translation>
        </message>
        <message>
            <source>How did these end?</source>
            <translation>結果が未設定の商談</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>約束</translation>
        </message>
        <message>
            <source>Nothing is open. Promises from your meetings appear here.</source>
            <translation>残っている約束はありません。商談で交わした約束がここに並びます。</translation>
        </message>
        <message>
            <source>{date} overdue</source>
            <translation>{date} 期限切れ</translation>
        </message>
        <message>
            <source>Every meeting has its outcome.</source>
            <translation>すべての商談に結果が付いています。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>ようこそ</translation>
        </message>
        <message>
            <source>Drop a recording of a meeting here. You get its text, its minutes and what the customer said.</source>
            <translation>商談の録音をここに落としてください。文字起こし、議事録、顧客の声にまとまります。</translation>
        </message>
        <message>
            <source>Import recordings</source>
            <translation>録音を取り込む</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Search all meetings</source>
            <translation>すべての商談を検索</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>取り込む</translation>
        </message>
        <message>
            <source>Import recordings</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>録音</translation>
        </message>
        <message>
            <source>Record a meeting</source>
            <translation>商談を録音する</translation>
        </message>
        <message>
            <source>Paused {time}</source>
            <translation>一時停止 {time}</translation>
        </message>
        <message>
            <source>Recording {time}</source>
            <translation>録音中 {time}</translation>
        </message>
        <message>
            <source>Show the recording</source>
            <translation>録音の画面を表示</translation>
        </message>
    </context>
    <context>
        <name>TrendFilters</name>
        <message>
            <source>All segments</source>
            <translation>すべての区分</translation>
        </message>
        <message>
            <source>All industries</source>
            <translation>すべての業種</translation>
        </message>
        <message>
            <source>All reps</source>
            <translation>すべての担当</translation>
        </message>
    </context>
    <context>
        <name>TrendTables</name>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>動き</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客数</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>商談数</translation>
        </message>
        <message>
            <source>Voices</source>
            <translation>発言数</translation>
        </message>
        <message>
            <source>Hypothesis</source>
            <translation>仮説</translation>
        </message>
        <message>
            <source>No telling</source>
            <translation>判断できない</translation>
        </message>
        <message>
            <source>Feature</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Difference (points)</source>
            <translation>差(ポイント)</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95 % 区間</translation>
        </message>
        <message>
            <source>Won: with it</source>
            <translation>成功・あり</translation>
        </message>
        <message>
            <source>Won: all</source>
            <translation>成功・全体</translation>
        </message>
        <message>
            <source>Lost: with it</source>
            <translation>失敗・あり</translation>
        </message>
        <message>
            <source>Lost: all</source>
            <translation>失敗・全体</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p 値</translation>
        </message>
        <message>
            <source>Metric</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Last 8 weeks</source>
            <translation>直近8週</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>以前</translation>
        </message>
        <message>
            <source>Meetings before</source>
            <translation>以前の商談数</translation>
        </message>
        <message>
            <source>Won meetings</source>
            <translation>成功商談</translation>
        </message>
        <message>
            <source>Number of won meetings</source>
            <translation>成功商談の数</translation>
        </message>
        <message>
            <source>For us</source>
            <translation>決め手</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>見送り</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日付</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>区分</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Customer not set</source>
            <translation>顧客未設定</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>台本の項目</translation>
        </message>
        <message>
            <source>Came up in</source>
            <translation>出た商談</translation>
        </message>
        <message>
            <source>Won with it</source>
            <translation>出て成功</translation>
        </message>
        <message>
            <source>Decided with it</source>
            <translation>出て決着</translation>
        </message>
        <message>
            <source>Won without it</source>
            <translation>出ずに成功</translation>
        </message>
        <message>
            <source>Decided without it</source>
            <translation>出ずに決着</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>商談</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>点</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>該当</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>発言</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>No</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>Look after</source>
            <translation>気にかける</translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message>
            <source>%n customer(s)</source>
            <translation><numerusform>顧客 %n 社</numerusform></translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言のある商談を開く</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新しい</translation>
        </message>
        <message>
            <source>Rising</source>
            <translation>増えている</translation>
        </message>
        <message>
            <source>Fading</source>
            <translation>減っている</translation>
        </message>
        <message>
            <source>Gone quiet</source>
            <translation>出なくなった</translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s) are in the CSV file.</source>
            <translation>
                <numerusform>ほか %n 行は CSV にあります。</numerusform>
            </translation>
        </message>
        <message>
            <source>Steady</source>
            <translation>横ばい</translation>
        </message>
        <message>
            <source>{before} → {now}</source>
            <translation>{before} → {now}</translation>
        </message>
    </context>
    <context>
        <name>TrendsView</name>
        <message>
            <source>Themes</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Winning patterns</source>
            <translation>勝ちパターン</translation>
        </message>
        <message>
            <source>Rename the theme</source>
            <translation>テーマの名前を変える</translation>
        </message>
        <message>
            <source>What your customers say appears here</source>
            <translation>顧客の声がここに並びます</translation>
        </message>
        <message>
            <source>Process some meetings; pains, needs and successes of all customers are gathered into themes.</source>
            <translation>商談を処理すると、全顧客の課題・要望・成果がテーマにまとまります。</translation>
        </message>
        <message>
            <source>Import a recording</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>Customer not set</source>
            <translation>顧客は未設定</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Over time</source>
            <translation>推移</translation>
        </message>
        <message>
            <source>Outcomes</source>
            <translation>商談の結果</translation>
        </message>
        <message>
            <source>Won, open strong, open weak, lost</source>
            <translation>成功、継続・強、継続・弱、失敗</translation>
        </message>
    </context>
    <context>
        <name>UnlockDialog</name>
        <message>
            <source>Passphrase</source>
            <translation>パスフレーズ</translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>パスフレーズまたは復旧コード</translation>
        </message>
        <message>
            <source>Passphrase forgotten?</source>
            <translation>パスフレーズを忘れたとき</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Type the recovery code into the field instead; dashes and small letters do not matter. Then set a new passphrase in the settings. Without the passphrase and the code nobody can open the data.</source>
            <translation>この欄に復旧コードを入力してください。ハイフンの有無や大文字・小文字の違いは問いません。開いたら、設定で新しいパスフレーズを決めてください。パスフレーズも復旧コードもないと、だれにもデータを開けません。</translation>
        </message>
        <message>
            <source>Enter the passphrase</source>
            <translation>パスフレーズを入力してください</translation>
        </message>
    </context>
    <context>
        <name>Voices</name>
        <message>
            <source>Not heard for a year</source>
            <translation>1年以内に話していない人</translation>
        </message>
        <message>
            <source>Heard and not heard</source>
            <translation>話した人と、まだの人</translation>
        </message>
        <message>
            <source>Give the speakers of a meeting their names to see who was heard.</source>
            <translation>商談の話者に名前を付けると、誰が話したかが分かります。</translation>
        </message>
        <message>
            <source>Nobody heard of: {names}</source>
            <translation>まだ誰も話していない部署: {names}</translation>
        </message>
        <message>
            <source>not among the people kept</source>
            <translation>担当者に未登録</translation>
        </message>
        <message>
            <source>decides</source>
            <translation>決裁者</translation>
        </message>
        <message numerus="yes">
            <source>%n meeting(s), last {date}</source>
            <translation>
                <numerusform>商談%n回・最後は {date}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>Pain</source>
            <translation>課題</translation>
        </message>
        <message>
            <source>Dissatisfaction</source>
            <translation>不満</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>要望</translation>
        </message>
        <message>
            <source>Concern</source>
            <translation>懸念</translation>
        </message>
        <message>
            <source>Concern: price</source>
            <translation>懸念: 価格</translation>
        </message>
        <message>
            <source>Concern: timing</source>
            <translation>懸念: 時期</translation>
        </message>
        <message>
            <source>Concern: who decides</source>
            <translation>懸念: 決裁者</translation>
        </message>
        <message>
            <source>Concern: fine as it is</source>
            <translation>懸念: 現状で十分</translation>
        </message>
        <message>
            <source>Concern: another vendor</source>
            <translation>懸念: 他社</translation>
        </message>
        <message>
            <source>Concern: risk</source>
            <translation>懸念: リスク</translation>
        </message>
        <message>
            <source>Buying signal</source>
            <translation>買う気</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>好機</translation>
        </message>
        <message>
            <source>Somebody else must agree</source>
            <translation>ほかの人の承認が要る</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>成果</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>予算</translation>
        </message>
        <message>
            <source>The day they named is near</source>
            <translation>希望の期日が近い</translation>
        </message>
        <message>
            <source>They say it is not the time</source>
            <translation>今ではないと言われている</translation>
        </message>
        <message>
            <source>They say what they have will do</source>
            <translation>今のままで足りると言われている</translation>
        </message>
        <message>
            <source>Timing</source>
            <translation>時期</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>決裁</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>競合</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>約束</translation>
        </message>
        <message>
            <source>Won</source>
            <translation>成功</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Open, strong</source>
            <translation>継続・強</translation>
        </message>
        <message>
            <source>Open, weak</source>
            <translation>継続・弱</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>未設定</translation>
        </message>
        <message>
            <source>No example</source>
            <translation>例にしない</translation>
        </message>
        <message>
            <source>Good example</source>
            <translation>良い例</translation>
        </message>
        <message>
            <source>Bad example</source>
            <translation>悪い例</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>対面</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>取り込み</translation>
        </message>
        <message>
            <source>Transcribing</source>
            <translation>文字起こし</translation>
        </message>
        <message>
            <source>Finding speakers</source>
            <translation>話者の割り当て</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>読み解き</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <source>Processing</source>
            <translation>処理中</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>処理エラー</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Situation</source>
            <translation>状況</translation>
        </message>
        <message>
            <source>Pains</source>
            <translation>課題</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>要望</translation>
        </message>
        <message>
            <source>Concerns</source>
            <translation>懸念</translation>
        </message>
        <message>
            <source>Successes</source>
            <translation>成果</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>決定事項</translation>
        </message>
        <message>
            <source>Next steps</source>
            <translation>次のアクション</translation>
        </message>
        <message>
            <source>Open questions</source>
            <translation>確認事項</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>We</source>
            <translation>自社</translation>
        </message>
        <message>
            <source>They</source>
            <translation>先方</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>自分</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Speaker</source>
            <translation>話者</translation>
        </message>
        <message>
            <source>Propose now</source>
            <translation>いま提案する</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>まだ提案しない</translation>
        </message>
        <message>
            <source>{verdict}: {why}</source>
            <translation>{verdict}:{why}</translation>
        </message>
        <message>
            <source>Do not propose</source>
            <translation>今はしない</translation>
        </message>
        <message>
            <source>Higher tier</source>
            <translation>上位プラン</translation>
        </message>
        <message>
            <source>Another product</source>
            <translation>別の商品</translation>
        </message>
        <message>
            <source>Negative</source>
            <translation>否定的</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>中立</translation>
        </message>
        <message>
            <source>Positive</source>
            <translation>肯定的</translation>
        </message>
        <message>
            <source>{count} s</source>
            <translation>{count} 秒</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分</translation>
        </message>
        <message>
            <source>{count} s left</source>
            <translation>残り {count} 秒</translation>
        </message>
        <message>
            <source>{count} min left</source>
            <translation>残り {count} 分</translation>
        </message>
        <message>
            <source>Checked with the vendor's manual</source>
            <translation>公式資料で確認済み</translation>
        </message>
        <message>
            <source>Partly checked: try one row first</source>
            <translation>一部を確認済み(まず1件でお試しを)</translation>
        </message>
        <message>
            <source>Compare with your CRM: try one row first</source>
            <translation>お使いの CRM と要照合(まず1件でお試しを)</translation>
        </message>
        <message>
            <source>A concern is open</source>
            <translation>懸念が残っている</translation>
        </message>
        <message>
            <source>A problem was voiced</source>
            <translation>困りごとが語られた</translation>
        </message>
        <message>
            <source>A refusal is still fresh</source>
            <translation>断られてから間がない</translation>
        </message>
        <message>
            <source>A support case is open</source>
            <translation>対応中の問い合わせがある</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>承諾</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>担当者数</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>候補</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>見送り</translation>
        </message>
        <message>
            <source>It costs more than their budget</source>
            <translation>予算を超えている</translation>
        </message>
        <message>
            <source>Machines</source>
            <translation>台数</translation>
        </message>
        <message>
            <source>No problem was voiced</source>
            <translation>困りごとは語られていない</translation>
        </message>
        <message>
            <source>Nothing leans towards buying yet</source>
            <translation>まだ前向きな言葉がない</translation>
        </message>
        <message>
            <source>Prepared</source>
            <translation>準備済み</translation>
        </message>
        <message>
            <source>Presented</source>
            <translation>提案済み</translation>
        </message>
        <message>
            <source>Shops</source>
            <translation>店舗数</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>拠点数</translation>
        </message>
        <message>
            <source>Something must come first</source>
            <translation>先に済ませることがある</translation>
        </message>
        <message>
            <source>Something was offered lately</source>
            <translation>最近ほかの提案をした</translation>
        </message>
        <message>
            <source>Storage (GB)</source>
            <translation>容量(GB)</translation>
        </message>
        <message>
            <source>The renewal is near</source>
            <translation>更新が近い</translation>
        </message>
        <message>
            <source>Their loyalty is low</source>
            <translation>推奨度が低い</translation>
        </message>
        <message>
            <source>Their use or business grows</source>
            <translation>利用や事業が広がっている</translation>
        </message>
        <message>
            <source>They are considering</source>
            <translation>検討中</translation>
        </message>
        <message>
            <source>They are dissatisfied with us</source>
            <translation>当社への不満が残っている</translation>
        </message>
        <message>
            <source>They are still learning it</source>
            <translation>まだ使い始めで慣れていない</translation>
        </message>
        <message>
            <source>It sounds like a refusal</source>
            <translation>断りと取れる言葉がある</translation>
        </message>
        <message>
            <source>They take steps towards buying</source>
            <translation>前向きな動きがある</translation>
        </message>
        <message>
            <source>They told of a success</source>
            <translation>成果が語られた</translation>
        </message>
        <message>
            <source>They want to begin much later</source>
            <translation>始めるのはまだ先</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>利用者数</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>取り下げ</translation>
        </message>
        <message>
            <source>a month</source>
            <translation>/ 月</translation>
        </message>
        <message>
            <source>a user and month</source>
            <translation>/ 人・月</translation>
        </message>
        <message>
            <source>a vehicle and month</source>
            <translation>/ 台・月</translation>
        </message>
        <message>
            <source>a year</source>
            <translation>/ 年</translation>
        </message>
        <message>
            <source>Their use is near its limit</source>
            <translation>利用が上限に近い</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>チャット</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>アンケート</translation>
        </message>
        <message>
            <source>They have just decided to buy</source>
            <translation>購入を決めたばかり</translation>
        </message>
        <message>
            <source>Their complaint was settled</source>
            <translation>不満はその場で解消</translation>
        </message>
        <message>
            <source>They promised a step themselves</source>
            <translation>次の行動を約束してくれた</translation>
        </message>
        <message>
            <source>They recommend us</source>
            <translation>推奨者である</translation>
        </message>
        <message>
            <source>Our work for them is under way</source>
            <translation>進行中の仕事がある</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>月額・年額の契約</translation>
        </message>
        <message>
            <source>Sold once</source>
            <translation>一回ごとの販売</translation>
        </message>
        <message>
            <source>Projects, consulting</source>
            <translation>受託・コンサルティング</translation>
        </message>
        <message>
            <source>Repeat orders</source>
            <translation>繰り返しの注文</translation>
        </message>
        <message>
            <source>Promoter</source>
            <translation>推奨者</translation>
        </message>
        <message>
            <source>Passive</source>
            <translation>中立</translation>
        </message>
        <message>
            <source>Detractor</source>
            <translation>批判者</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>見込み</translation>
        </message>
        <message>
            <source>Evaluating</source>
            <translation>検討中</translation>
        </message>
        <message>
            <source>Getting started</source>
            <translation>導入中</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>利用中</translation>
        </message>
        <message>
            <source>Renewal due</source>
            <translation>更新前</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手入力</translation>
        </message>
        <message>
            <source>import</source>
            <translation>取り込み</translation>
        </message>
        <message>
            <source>survey</source>
            <translation>アンケート</translation>
        </message>
        <message>
            <source>Look again on {date}</source>
            <translation>{date} に見直し</translation>
        </message>
        <message>
            <source>Branches</source>
            <translation>拠点数</translation>
        </message>
        <message>
            <source>Engineers</source>
            <translation>作業員数</translation>
        </message>
        <message>
            <source>Houses</source>
            <translation>棟数</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>会員数</translation>
        </message>
        <message>
            <source>Rooms</source>
            <translation>室数</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席数</translation>
        </message>
        <message>
            <source>Vehicles</source>
            <translation>車両数</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>倉庫数</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>契約</translation>
        </message>
        <message>
            <source>Began to use</source>
            <translation>利用開始</translation>
        </message>
        <message>
            <source>Deal won</source>
            <translation>受注</translation>
        </message>
        <message>
            <source>Deal lost</source>
            <translation>失注</translation>
        </message>
        <message>
            <source>Support case opened</source>
            <translation>問い合わせ受付</translation>
        </message>
        <message>
            <source>Support case closed</source>
            <translation>問い合わせ完了</translation>
        </message>
        <message>
            <source>NPS answer</source>
            <translation>NPSの回答</translation>
        </message>
    </context>
    <context>
        <name>JobsPanel</name>
        <message>
            <source>Earlier</source>
            <translation>先にする</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>後にする</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>もう一度</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>取り消す</translation>
        </message>
    </context>
    <context>
        <name>DetailsPopup</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Held on</source>
            <translation>日時</translation>
        </message>
        <message>
            <source>Held as</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>Keep the sound</source>
            <translation>音声を残す</translation>
        </message>
    </context>
    <context>
        <name>MomentsCard</name>
        <message>
            <source>Agreement to the recording: noted</source>
            <translation>録音の同意:記録済み</translation>
        </message>
        <message>
            <source>No agreement to the recording is noted.</source>
            <translation>録音の同意は、まだ記録されていません。</translation>
        </message>
        <message>
            <source>Note the agreement</source>
            <translation>同意を記録する</translation>
        </message>
        <message>
            <source>Agreement to the recording: heard in the conversation</source>
            <translation>録音の同意:会話の中で確認できました</translation>
        </message>
        <message>
            <source>Somebody seems to object to the recording. Please listen.</source>
            <translation>録音を断る発言があるようです。音声で確かめてください。</translation>
        </message>
        <message>
            <source>You asked for the recording; the answer was not understood.</source>
            <translation>録音について尋ねていますが、返事を聞き取れませんでした。</translation>
        </message>
        <message>
            <source>What the mark is about</source>
            <translation>印のメモ</translation>
        </message>
        <message>
            <source>Write what this is about</source>
            <translation>何の印かを書く</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>取り除く</translation>
        </message>
    </context>
    <context>
        <name>RunningTools</name>
        <message>
            <source>Change the microphone; the recording goes on</source>
            <translation>マイクを替える(録音は続きます)</translation>
        </message>
        <message>
            <source>Change where the other side comes from; the recording goes on</source>
            <translation>相手の音の入力元を替える(録音は続きます)</translation>
        </message>
        <message>
            <source>Agreement noted</source>
            <translation>同意を記録済み</translation>
        </message>
        <message>
            <source>Everybody agrees</source>
            <translation>同意を記録</translation>
        </message>
        <message>
            <source>Note that everybody agreed to the recording</source>
            <translation>全員が録音に同意したことを記録する</translation>
        </message>
    </context>
    <context>
        <name>ToneView</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation><numerusform>ほか %n 件を表示</numerusform></translation>
        </message>
        <message>
            <source>Mood by quarter: {values}</source>
            <translation>四分の一ごとの気分: {values}</translation>
        </message>
        <message>
            <source>Each bar is a turn of the customer: up is positive, down negative. Below: the mean of each quarter of the call, from −1 to +1.</source>
            <translation>棒は顧客の発話ひとつ。上は前向き、下は後ろ向き。下の数字は商談を四等分した平均(−1〜+1)。</translation>
        </message>
        <message>
            <source>The customer's mood</source>
            <translation>顧客の気分の流れ</translation>
        </message>
        <message>
            <source>What the customer says right after you and that is neither neutral nor a mere “yes” or “I see”.</source>
            <translation>自分の発話の直後に顧客が示した反応。中立の発話と相づちは除きます。</translation>
        </message>
        <message>
            <source>Reactions to what you said</source>
            <translation>自分の発話への反応</translation>
        </message>
        <message>
            <source>Positive {number}</source>
            <translation>前向き {number}</translation>
        </message>
        <message>
            <source>Negative {number}</source>
            <translation>後ろ向き {number}</translation>
        </message>
        <message>
            <source>A round is a question of yours and the customer's answer; what follows the first is digging deeper.</source>
            <translation>自分の問いかけと顧客の答えで1往復。2往復目からが掘り下げです。</translation>
        </message>
        <message>
            <source>Topics: mood and depth</source>
            <translation>話題ごとの気分と深さ</translation>
        </message>
        <message numerus="yes">
            <source>%n round(s)</source>
            <translation><numerusform>%n 往復</numerusform></translation>
        </message>
        <message>
            <source>not asked about</source>
            <translation>問いかけなし</translation>
        </message>
        <message numerus="yes">
            <source>, %n follow-up(s)</source>
            <translation><numerusform>(掘り下げ %n 回)</numerusform></translation>
        </message>
        <message>
            <source>Mood {value}</source>
            <translation>気分 {value}</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>発話なし</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>前向き</translation>
        </message>
        <message>
            <source>negative</source>
            <translation>後ろ向き</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>中立</translation>
        </message>
    </context>
    <context>
        <name>Coaching</name>
        <message>
            <source>My share of the talk</source>
            <translation>自分が話した割合</translation>
        </message>
        <message>
            <source>Longest monologue</source>
            <translation>最も長い一人語り</translation>
        </message>
        <message>
            <source>Questions I asked</source>
            <translation>自分からの質問</translation>
        </message>
        <message>
            <source>Questions they asked</source>
            <translation>相手からの質問</translation>
        </message>
        <message>
            <source>Patience before answering</source>
            <translation>答えるまでの間</translation>
        </message>
        <message>
            <source>Interruptions</source>
            <translation>話のさえぎり</translation>
        </message>
        <message>
            <source>Changes of speaker a minute</source>
            <translation>1分あたりの話者交代</translation>
        </message>
        <message>
            <source>Digging depth</source>
            <translation>掘り下げの深さ</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <source>Before: {value} (n={n})</source>
            <translation>以前: {value}(n={n})</translation>
        </message>
        <message>
            <source>Won: {value} (n={n})</source>
            <translation>成功商談: {value}(n={n})</translation>
        </message>
        <message>
            <source>last 8 weeks (n={n})</source>
            <translation>直近8週(n={n})</translation>
        </message>
    </context>
    <context>
        <name>CoachingTab</name>
        <message>
            <source>“{name}” was removed.</source>
            <translation>「{name}」を削除しました。</translation>
        </message>
        <message>
            <source>The comment was changed.</source>
            <translation>コメントを書き直しました。</translation>
        </message>
        <message>
            <source>The comment was removed.</source>
            <translation>コメントを消しました。</translation>
        </message>
    </context>
    <context>
        <name>CoachingView</name>
        <message>
            <source>All reps together</source>
            <translation>全担当者</translation>
        </message>
        <message>
            <source>Any kind of meeting</source>
            <translation>すべての形式</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>担当者</translation>
        </message>
        <message>
            <source>How it was held</source>
            <translation>商談の形式</translation>
        </message>
        <message>
            <source>Medians of the last eight weeks, beside the rep's own past and won meetings (green) held the same way.</source>
            <translation>直近8週の中央値です。本人の以前の値、同じ形式の成功商談(緑)と並べています。</translation>
        </message>
        <message>
            <source>Once there are meetings with a rep's name, this shows how they go over the months.</source>
            <translation>担当者名の入った商談がたまると、月ごとの変化が見られます。</translation>
        </message>
        <message numerus="yes">
            <source>%n promise(s) overdue since {day}</source>
            <translation><numerusform>期限を過ぎた約束 %n 件({day} から)</numerusform></translation>
        </message>
        <message>
            <source>Dissatisfied in the last meeting, not solved</source>
            <translation>前回の不満が解けていません</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) of the last meeting unanswered</source>
            <translation><numerusform>前回の質問 %n 件に未回答</numerusform></translation>
        </message>
        <message>
            <source>No meeting for {count} days</source>
            <translation>{count} 日間、商談なし</translation>
        </message>
        <message>
            <source>One contact only in {count} meetings</source>
            <translation>{count} 回の商談で相手がお一人だけ</translation>
        </message>
        <message>
            <source>Price never spoken of in {count} meetings</source>
            <translation>{count} 回の商談で価格の話なし</translation>
        </message>
    </context>
    <context>
        <name>DigestFiles</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>{name} に保存しました。</translation>
        </message>
    </context>
    <context>
        <name>Features</name>
        <message>
            <source>I spoke for more than {border} of the time</source>
            <translation>自分が話した割合が {border} を超えた</translation>
        </message>
        <message>
            <source>My longest monologue was over {border} s</source>
            <translation>一人語りが {border} 秒を超えた</translation>
        </message>
        <message>
            <source>I asked more than {border} questions</source>
            <translation>自分からの質問が {border} 個を超えた</translation>
        </message>
        <message>
            <source>The customer asked more than {border} questions</source>
            <translation>相手からの質問が {border} 個を超えた</translation>
        </message>
        <message>
            <source>I waited over {border} s before answering</source>
            <translation>答えるまでに {border} 秒より長く待った</translation>
        </message>
        <message>
            <source>More than {border} interruptions</source>
            <translation>話のさえぎりが {border} 回を超えた</translation>
        </message>
        <message>
            <source>More than {border} changes of speaker a minute</source>
            <translation>話者の交代が1分に {border} 回を超えた</translation>
        </message>
        <message>
            <source>I dug deeper than {border} questions in a row</source>
            <translation>続けて {border} 問より深く掘り下げた</translation>
        </message>
        <message>
            <source>Spoken of: {signal}</source>
            <translation>「{signal}」の話が出た</translation>
        </message>
        <message>
            <source>Came up: {item}</source>
            <translation>台本の「{item}」が出た</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Search</source>
            <translation>検索</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Search for “{text}” by words and meaning</source>
            <translation>「{text}」を言葉と意味で検索</translation>
        </message>
    </context>
    <context>
        <name>ReasonsView</name>
        <message>
            <source>Why customers decide</source>
            <translation>お客様が決めた理由</translation>
        </message>
        <message>
            <source>What decided for us</source>
            <translation>選んでいただいた決め手</translation>
        </message>
        <message>
            <source>Why they decided against</source>
            <translation>見送りの理由</translation>
        </message>
        <message>
            <source>Nobody has said so yet.</source>
            <translation>そう話したお客様はまだいません。</translation>
        </message>
        <message>
            <source>Sentences in which customers say what decided, such as “what swung it was …” or “we passed because …”.</source>
            <translation>「決め手は…」「見送った理由は…」のように、お客様が理由を話した言葉です。</translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言の場面を開く</translation>
        </message>
        <message>
            <source>Customer not set</source>
            <translation>顧客未設定</translation>
        </message>
    </context>
    <context>
        <name>ResultsPresenter</name>
        <message>
            <source>Kept as the playlist “{name}”; it stands under Trends, Coaching.</source>
            <translation>プレイリスト「{name}」に入れました。「傾向」の「コーチング」にあります。</translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message>
            <source>too expensive</source>
            <translation>値段が高い</translation>
        </message>
        <message>
            <source>thinking of cancelling</source>
            <translation>解約を考えている</translation>
        </message>
        <message>
            <source>nobody called back</source>
            <translation>折り返しが来ない</translation>
        </message>
        <message>
            <source>a reference customer</source>
            <translation>導入事例を知りたい</translation>
        </message>
        <message>
            <source>Find what was said</source>
            <translation>商談での発言を探す</translation>
        </message>
        <message>
            <source>Finds what was said by its words and by its meaning, in Japanese and English at once.</source>
            <translation>言葉の一致と意味の近さの両方で、日本語と英語を一度に探します。</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>見つかりませんでした。</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation><numerusform>%n 件</numerusform></translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) by words; looking for the same meaning …</source>
            <translation><numerusform>言葉の一致 %n 件。意味の近い発言を探しています…</numerusform></translation>
        </message>
        <message>
            <source>Such as: too expensive, wants to talk to a reference customer</source>
            <translation>例: 値段が高い、導入事例を知りたい</translation>
        </message>
        <message>
            <source>Search all meetings</source>
            <translation>すべての商談を検索</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>全員</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>お客様</translation>
        </message>
        <message>
            <source>Us</source>
            <translation>自社</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>全期間</translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>12 か月</translation>
        </message>
        <message>
            <source>3 months</source>
            <translation>3 か月</translation>
        </message>
        <message>
            <source>Play all</source>
            <translation>すべて再生</translation>
        </message>
        <message>
            <source>Keep as playlist …</source>
            <translation>プレイリストに残す…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言の場面を開く</translation>
        </message>
        <message>
            <source>Same meaning</source>
            <translation>意味が近い</translation>
        </message>
        <message>
            <source>Words and meaning</source>
            <translation>言葉と意味</translation>
        </message>
        <message>
            <source>Keep as playlist</source>
            <translation>プレイリストに残す</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
    </context>
    <context>
        <name>ScriptView</name>
        <message>
            <source>Does it come up?</source>
            <translation>聞けているか、確かめる</translation>
        </message>
        <message>
            <source>What should come up</source>
            <translation>話してほしいこと</translation>
        </message>
        <message>
            <source>One question or point a line. It is found by meaning, in Japanese and English.</source>
            <translation>1行に1つ、質問や話題を書きます。日本語でも英語でも意味で探します。</translation>
        </message>
        <message>
            <source>Who decides in the end?
What does it cost you today?</source>
            <translation>最終的に決めるのはどなたですか
今いくらかかっていますか</translation>
        </message>
        <message>
            <source>Look through the meetings</source>
            <translation>商談を調べる</translation>
        </message>
        <message>
            <source>Looking through the meetings …</source>
            <translation>商談を調べています…</translation>
        </message>
        <message>
            <source>Write down what you want your team to ask; here you see in which meetings it came up.</source>
            <translation>聞いてほしい質問を左に書くと、どの商談で話に出たか、結果とどう関わるかがここに出ます。</translation>
        </message>
        <message>
            <source>Green: won more often where it came up. Red: less often. Grey: no telling.</source>
            <translation>緑: 話に出た商談のほうが成功が多い。赤: 少ない。灰: どちらとも言えない。</translation>
        </message>
        <message>
            <source>came up in {count} of {total} meetings ({share})</source>
            <translation>{total} 件中 {count} 件で話に出ました({share})</translation>
        </message>
        <message>
            <source>won {won} of {n} with it, {won_without} of {n_without} without</source>
            <translation>成功は、出た商談で {n} 件中 {won} 件、出なかった商談で {n_without} 件中 {won_without} 件</translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言の場面を開く</translation>
        </message>
        <message>
            <source>Too few to tell</source>
            <translation>件数不足</translation>
        </message>
        <message>
            <source>{difference} points</source>
            <translation>{difference} ポイント</translation>
        </message>
    </context>
    <context>
        <name>ThemesView</name>
        <message>
            <source>Themes</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客数</translation>
        </message>
        <message>
            <source>Over time</source>
            <translation>推移</translation>
        </message>
        <message>
            <source>Outcomes</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Won, open strong, open weak, lost</source>
            <translation>成功・継続(強)・継続(弱)・失敗</translation>
        </message>
        <message>
            <source>Themes over time, a chart each</source>
            <translation>テーマごとの推移のグラフ</translation>
        </message>
        <message>
            <source>Themes over time, as a table</source>
            <translation>テーマの推移の表</translation>
        </message>
        <message>
            <source>No theme to show here</source>
            <translation>ここに出せるテーマがありません</translation>
        </message>
        <message>
            <source>Themes come with what customers say in meetings. Take a filter away, or choose a longer span.</source>
            <translation>テーマは商談でのお客様の発言からできます。絞り込みを外すか、期間を広げてみてください。</translation>
        </message>
    </context>
    <context>
        <name>TrackersTab</name>
        <message>
            <source>“{name}” was removed.</source>
            <translation>「{name}」を削除しました。</translation>
        </message>
    </context>
    <context>
        <name>TrackersView</name>
        <message>
            <source>Find every moment of a kind</source>
            <translation>気になる発言を、もれなく見つける</translation>
        </message>
        <message>
            <source>Trackers</source>
            <translation>トラッカー</translation>
        </message>
        <message>
            <source>New tracker</source>
            <translation>新しいトラッカー</translation>
        </message>
        <message>
            <source>Some sentences, one a line; five are good. What means the same is found in both languages.</source>
            <translation>例文を1行に1つ、5つほど書いてください。同じ意味の発言を日本語と英語から探します。</translation>
        </message>
        <message>
            <source>Name, such as “asks for references”</source>
            <translation>名前(例: 導入事例を聞かれた)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Who else in our trade uses it?
Could we talk to one of your customers?</source>
            <translation>同じ業界で使っている会社はありますか
使っている会社の話を聞けますか</translation>
        </message>
        <message>
            <source>Example sentences</source>
            <translation>例文</translation>
        </message>
        <message>
            <source>Preview over all meetings</source>
            <translation>全商談で試す</translation>
        </message>
        <message>
            <source>Play all that counts</source>
            <translation>しきい値を超えた発言を再生</translation>
        </message>
        <message>
            <source>Take this tracker away</source>
            <translation>このトラッカーを削除</translation>
        </message>
        <message>
            <source>Below the threshold; accept what belongs</source>
            <translation>しきい値に届かない発言(合うものがあれば ✓ を)</translation>
        </message>
        <message>
            <source>Looking through the meetings …</source>
            <translation>商談を調べています…</translation>
        </message>
        <message>
            <source>A tracker finds what you describe by examples in everything that was ever said.</source>
            <translation>例文で示した内容を、これまでのすべての発言から探します。</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) above the threshold of {threshold}. Accept and reject some to sharpen it.</source>
            <translation><numerusform>しきい値 {threshold} を超えた発言が %n 件あります。合う・合わないを選ぶと精度が上がります。</numerusform></translation>
        </message>
        <message>
            <source>Open the meeting at these words</source>
            <translation>この発言の場面を開く</translation>
        </message>
        <message>
            <source>Right: find more like this</source>
            <translation>合っている: 似た発言を増やす</translation>
        </message>
        <message>
            <source>Wrong: find less like this</source>
            <translation>違う: 似た発言を減らす</translation>
        </message>
    </context>
    <context>
        <name>TrendFilters</name>
        <message>
            <source>Filter</source>
            <translation>絞り込み</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>表示</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>セグメント</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>業種</translation>
        </message>
        <message>
            <source>Product in use</source>
            <translation>利用中の商品</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>担当者</translation>
        </message>
        <message>
            <source>Stage of the deal</source>
            <translation>案件の段階</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>How it was held</source>
            <translation>商談の形式</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日本語</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英語</translation>
        </message>
        <message>
            <source>Nothing to filter by yet</source>
            <translation>絞り込める項目がまだありません</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Keep this view …</source>
            <translation>この表示を保存…</translation>
        </message>
        <message>
            <source>Keep this view</source>
            <translation>この表示を保存</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Remove this filter</source>
            <translation>この条件を外す</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>すべて外す</translation>
        </message>
        <message>
            <source>3 mo.</source>
            <translation>3 か月</translation>
        </message>
        <message>
            <source>6 mo.</source>
            <translation>6 か月</translation>
        </message>
        <message>
            <source>12 mo.</source>
            <translation>12 か月</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全期間</translation>
        </message>
        <message>
            <source>Tag or own field</source>
            <translation>タグ・独自項目</translation>
        </message>
    </context>
    <context>
        <name>TrendsPresenter</name>
        <message>
            <source>The themes are counted together.</source>
            <translation>テーマを統合しました。</translation>
        </message>
        <message>
            <source>A new theme was made.</source>
            <translation>新しいテーマに分けました。</translation>
        </message>
        <message>
            <source>There is nothing in this theme to tell apart.</source>
            <translation>このテーマには分けられる違いがありません。</translation>
        </message>
        <message>
            <source>“{name}” was removed.</source>
            <translation>「{name}」を削除しました。</translation>
        </message>
    </context>
    <context>
        <name>TrendsView</name>
        <message>
            <source>Decision reasons</source>
            <translation>決め手と見送り</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>台本</translation>
        </message>
        <message>
            <source>Trackers</source>
            <translation>トラッカー</translation>
        </message>
        <message>
            <source>Coaching</source>
            <translation>コーチング</translation>
        </message>
        <message>
            <source>This week on a page</source>
            <translation>今週のまとめ</translation>
        </message>
        <message>
            <source>Save as web page …</source>
            <translation>Web ページで保存…</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>PDF で保存…</translation>
        </message>
        <message>
            <source>Save as Markdown …</source>
            <translation>Markdown で保存…</translation>
        </message>
        <message>
            <source>Save the strongest quotes as sound …</source>
            <translation>聞いておきたい声を音声で保存…</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>印刷…</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>List</source>
            <translation>一覧</translation>
        </message>
        <message>
            <source>Print this page …</source>
            <translation>このページを印刷 …</translation>
        </message>
        <message>
            <source>Save this page as PDF …</source>
            <translation>このページを PDF で保存 …</translation>
        </message>
        <message>
            <source>Save this table as CSV …</source>
            <translation>この表を CSV で保存 …</translation>
        </message>
        <message>
            <source>Save or print this tab</source>
            <translation>このタブを保存・印刷</translation>
        </message>
        <message>
            <source>Same numbers as a table</source>
            <translation>同じ数字を表で見る</translation>
        </message>
    </context>
    <context>
        <name>ExportFields</name>
        <message>
            <source>Leave blank</source>
            <translation>空欄にする</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>件名</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日付</translation>
        </message>
        <message>
            <source>Day and time</source>
            <translation>日時</translation>
        </message>
        <message>
            <source>Start time</source>
            <translation>開始時刻</translation>
        </message>
        <message>
            <source>End time</source>
            <translation>終了時刻</translation>
        </message>
        <message>
            <source>End, day and time</source>
            <translation>終了日時</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>所要時間</translation>
        </message>
        <message>
            <source>Kind of meeting</source>
            <translation>面談方法</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客名</translation>
        </message>
        <message>
            <source>Customer's code in the CRM</source>
            <translation>顧客コード</translation>
        </message>
        <message>
            <source>Person met</source>
            <translation>先方の担当者</translation>
        </message>
        <message>
            <source>Person's mail address</source>
            <translation>先方のメールアドレス</translation>
        </message>
        <message>
            <source>Person's phone</source>
            <translation>先方の電話番号</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>案件名</translation>
        </message>
        <message>
            <source>Deal's code in the CRM</source>
            <translation>案件コード</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>自社の担当者</translation>
        </message>
        <message>
            <source>Your code in the CRM</source>
            <translation>自社担当者のコード</translation>
        </message>
        <message>
            <source>Whole note</source>
            <translation>報告の全文</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>議事録</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>困りごと</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>要望</translation>
        </message>
        <message>
            <source>Next steps</source>
            <translation>次の行動</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>提案</translation>
        </message>
        <message>
            <source>Meeting's id</source>
            <translation>商談ID</translation>
        </message>
    </context>
    <context>
        <name>ExportFooter</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation><numerusform>%n 行</numerusform></translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Personal data in: {names}</source>
            <translation>個人データを含む列: {names}</translation>
        </message>
        <message>
            <source>Save the CSV…</source>
            <translation>CSV を保存…</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) saved in {name}.</source>
            <translation><numerusform>{name} に %n 行を保存しました。</numerusform></translation>
        </message>
        <message>
            <source>Import it into the CRM. Did it take the file?</source>
            <translation>CRM に取り込んでください。取り込めましたか?</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>It did</source>
            <translation>取り込めた</translation>
        </message>
        <message>
            <source>It did not</source>
            <translation>取り込めなかった</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>あとで</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>Noted. These meetings count as exported.</source>
            <translation>記録しました。出力済みとして扱います。</translation>
        </message>
        <message>
            <source>Noted. These meetings wait again.</source>
            <translation>記録しました。未出力に戻しました。</translation>
        </message>
        <message>
            <source>Saved {name} for the CRM.</source>
            <translation>CRM 用に {name} を保存しました。</translation>
        </message>
    </context>
    <context>
        <name>ExportView</name>
        <message>
            <source>Report</source>
            <translation>報告</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Into your CRM</source>
            <translation>CRM へ</translation>
        </message>
        <message>
            <source>Once a meeting has its minutes it waits here, ready to be saved as the file that your CRM imports.</source>
            <translation>議事録ができた商談がここに並びます。CRM にそのまま取り込める CSV として保存できます。</translation>
        </message>
        <message>
            <source>Import a recording</source>
            <translation>録音を取り込む</translation>
        </message>
    </context>
    <context>
        <name>InboxView</name>
        <message>
            <source>{number} of {total} chosen</source>
            <translation>{total} 件中 {number} 件を選択</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>選択を解除</translation>
        </message>
        <message>
            <source>Choose all</source>
            <translation>すべて選択</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>未出力</translation>
        </message>
        <message>
            <source>Corrected since</source>
            <translation>修正あり</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>出力済み</translation>
        </message>
        <message>
            <source>Everything is exported. New minutes appear here.</source>
            <translation>すべて出力済みです。新しい議事録ができると、ここに並びます。</translation>
        </message>
        <message>
            <source>No exported meeting was corrected since.</source>
            <translation>出力後に修正した商談はありません。</translation>
        </message>
        <message>
            <source>Nothing went to this target yet.</source>
            <translation>この出力先には、まだ出力していません。</translation>
        </message>
    </context>
    <context>
        <name>PreviewView</name>
        <message>
            <source>The first rows of the file</source>
            <translation>ファイルの先頭の行</translation>
        </message>
        <message>
            <source>The chosen cell in full</source>
            <translation>選んだ項目の全文</translation>
        </message>
    </context>
    <context>
        <name>ReportView</name>
        <message>
            <source>Nothing is altered or left out: the file says what the meetings say.</source>
            <translation>置き換えや省略はありません。商談の内容がそのまま書き出されます。</translation>
        </message>
        <message>
            <source>and {number} more</source>
            <translation>ほか {number} 件</translation>
        </message>
    </context>
    <context>
        <name>TargetBar</name>
        <message>
            <source>Target of the export</source>
            <translation>出力先</translation>
        </message>
        <message>
            <source>Use a template downloaded from the CRM…</source>
            <translation>CRM のひな型 CSV を使う…</translation>
        </message>
        <message>
            <source>With the transcript (personal data)</source>
            <translation>文字起こしも含める(個人データ)</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>文字コード</translation>
        </message>
        <message>
            <source>As the target wants it</source>
            <translation>出力先に合わせる</translation>
        </message>
        <message>
            <source>Save by itself once the minutes are there</source>
            <translation>議事録ができたら自動で保存</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>保存先…</translation>
        </message>
    </context>
    <context>
        <name>TemplateDialog</name>
        <message>
            <source>Template of the CRM</source>
            <translation>CRM のひな型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Use this template</source>
            <translation>このひな型を使う</translation>
        </message>
        <message>
            <source>The header line stays as it is, byte for byte. Choose what each column holds; the rest is blank.</source>
            <translation>見出し行は1バイトも変えずに使います。各列に入れる内容を選んでください。選ばない列は空欄になります。</translation>
        </message>
        <message>
            <source>What do the columns hold?</source>
            <translation>各列に何を入れますか?</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必須</translation>
        </message>
        <message>
            <source>Form of the minutes</source>
            <translation>議事録の形</translation>
        </message>
        <message>
            <source>Write this meeting's minutes anew as well</source>
            <translation>この商談の議事録も書き直す</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>標準に戻す</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sections without a tick are left out. Where space is short, the surest lines stay.</source>
            <translation>チェックを外した項目は議事録に載りません。字数が足りないときは、確かなものから残します。</translation>
        </message>
        <message>
            <source>Longest, in characters</source>
            <translation>全体の長さ(文字数)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>見出し</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation><numerusform>%n 行まで</numerusform></translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上へ</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下へ</translation>
        </message>
    </context>
    <context>
        <name>EnrolmentDialog</name>
        <message>
            <source>Enrol your voice</source>
            <translation>声の登録</translation>
        </message>
        <message>
            <source>Read this text aloud as you talk to customers, alone in a quiet room.</source>
            <translation>静かな場所で、商談のときと同じ話し方で、次の文を読み上げてください。</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>始める</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>Listening … please read on until the bar is full.</source>
            <translation>聞いています…バーがいっぱいになるまで読み続けてください。</translation>
        </message>
        <message>
            <source>Learning your voice …</source>
            <translation>声の特徴を調べています…</translation>
        </message>
        <message>
            <source>Too little speech was heard. Please come closer and read the whole text.</source>
            <translation>声がほとんど聞き取れませんでした。マイクに近づいて、もう一度最後まで読んでください。</translation>
        </message>
        <message>
            <source>That did not work. Please try again.</source>
            <translation>うまくいきませんでした。もう一度お試しください。</translation>
        </message>
        <message>
            <source>Thank you for making the time today. Before we begin, may I ask how things have gone since we last spoke? Last month you told me that closing the books takes three days and that one person does it alone. I have brought an idea for that, and I would like to hear what you think of it. If it does not fit, please say so; we will look for another way. At the end we will agree on who does what until when, and I will send you the notes this evening.</source>
            <translation>本日はお時間をいただき、ありがとうございます。始める前に、前回お会いしてからのご様子を伺ってもよろしいでしょうか。先月は、月末の締めに三日かかり、お一人で作業されているとお聞きしました。本日はその件で、ひとつ案をお持ちしましたので、率直なご意見をいただければと思います。もし合わないようでしたら、遠慮なくおっしゃってください。別の進め方を一緒に考えます。最後に、誰がいつまでに何をするかを確認し、今日中に議事録をお送りします。</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message>
            <source>Your voice is enrolled.</source>
            <translation>声を登録しました。</translation>
        </message>
        <message>
            <source>Your voice is deleted.</source>
            <translation>声の登録を消しました。</translation>
        </message>
        <message>
            <source>Empty the trash</source>
            <translation>ゴミ箱を空にする</translation>
        </message>
        <message>
            <source>Erase everything in the trash for good? This cannot be undone.</source>
            <translation>ゴミ箱の商談をすべて完全に消します。元に戻せません。よろしいですか。</translation>
        </message>
        <message>
            <source>Erased for good: {count}</source>
            <translation>完全に消しました:{count} 件</translation>
        </message>
    </context>
    <context>
        <name>PrivacyView</name>
        <message>
            <source>Connections opened: {number}</source>
            <translation>外部への接続:{number} 件</translation>
        </message>
        <message>
            <source>Every process of the program (window, recorder, transcription, reading) is watched from its first line: a connection to another machine is refused and listed here. Recordings, texts and names stay in the folder of your workspace.</source>
            <translation>このプログラムのすべての処理(画面・録音・文字起こし・読み解き)を起動時から見張っています。ほかの機器への接続は拒み、ここに記録します。録音も文字も名前も、ワークスペースのフォルダーから出ません。</translation>
        </message>
        <message>
            <source>Open now, as the operating system sees the program's {processes} processes: {number}</source>
            <translation>OSの情報でも、このプログラムの{processes}個の処理が今開いている外部接続は{number}件です。</translation>
        </message>
        <message>
            <source>Nothing has ever tried to connect.</source>
            <translation>接続しようとした記録は、これまで一度もありません。</translation>
        </message>
        <message>
            <source>allowed: fetching a model</source>
            <translation>許可:モデルの取得</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>拒否</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>照合しています…</translation>
        </message>
        <message>
            <source>Check every byte</source>
            <translation>すべて照合する</translation>
        </message>
        <message>
            <source>Models on this machine</source>
            <translation>この端末で動いているモデル</translation>
        </message>
        <message>
            <source>Your voice</source>
            <translation>自分の声</translation>
        </message>
        <message>
            <source>With half a minute of your voice, the program tells you from the customer in recordings of one microphone (in the room, on the telephone). It is kept as 192 numbers on this machine; the sound is deleted at once.</source>
            <translation>30 秒ほど声を登録すると、マイク1本の録音(対面・電話)で、自分と顧客を声で聞き分けます。残るのはこの端末の中の 192 個の数値だけで、録った音はすぐに消します。</translation>
        </message>
        <message>
            <source>Enrol my voice (30 s)</source>
            <translation>声を登録する(30 秒)</translation>
        </message>
        <message>
            <source>Enrolled on {day} from {seconds} s of speech.</source>
            <translation>{day} に登録({seconds} 秒の発話)</translation>
        </message>
        <message>
            <source>Enrol again</source>
            <translation>登録し直す</translation>
        </message>
        <message>
            <source>Delete my voice</source>
            <translation>声の登録を消す</translation>
        </message>
        <message>
            <source>Deleting for good</source>
            <translation>完全に消す</translation>
        </message>
        <message>
            <source>A deleted meeting lies in the trash and can be taken back. Emptying the trash erases its sound, its text and everything found in it, from the database and from its backups as well; nobody can bring it back.</source>
            <translation>削除した商談はゴミ箱に入り、元に戻せます。ゴミ箱を空にすると、音声・文字・気づきのすべてを、データベースとその控えからも消します。消したあとは、だれにも戻せません。</translation>
        </message>
        <message>
            <source>In the trash: {number} · sound in all: {size} MB</source>
            <translation>ゴミ箱:{number} 件 ・ 音声の合計:{size} MB</translation>
        </message>
        <message>
            <source>Empty the trash for good</source>
            <translation>ゴミ箱を空にする</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>Price</source>
            <translation>価格</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>解決します</translation>
        </message>
        <message>
            <source>Today: nothing</source>
            <translation>今は利用なし</translation>
        </message>
        <message>
            <source>up to {count}</source>
            <translation>{count} まで</translation>
        </message>
    </context>
    <context>
        <name>LifeCard</name>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Ask how it goes: {date}</source>
            <translation>その後をうかがう日: {date}</translation>
        </message>
        <message>
            <source>Reason, in a few words</source>
            <translation>理由をひとことで</translation>
        </message>
        <message>
            <source>This suggestion has ended.</source>
            <translation>この提案は終わりました。</translation>
        </message>
        <message>
            <source>This is for one user: multiply it by how many there will be.</source>
            <translation>1 人分の金額です。利用する人数を掛けた金額に直してください。</translation>
        </message>
        <message>
            <source>This is for one vehicle: multiply it by how many there will be.</source>
            <translation>1 台分の金額です。車両の台数を掛けた金額に直してください。</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>提案のその後</translation>
        </message>
        <message>
            <source>Wording {name}</source>
            <translation>言い方 {name}</translation>
        </message>
        <message>
            <source>wording {name}</source>
            <translation>言い方 {name}</translation>
        </message>
        <message>
            <source>{price} a user and month × {count}</source>
            <translation>1 人あたり月額 {price} × {count} 人</translation>
        </message>
        <message>
            <source>{price} a user and month × {count}, less {less} of today</source>
            <translation>1 人あたり月額 {price} × {count} 人 − いまの {less}</translation>
        </message>
        <message>
            <source>{price} a vehicle and month × {count}</source>
            <translation>1 台あたり月額 {price} × {count} 台</translation>
        </message>
        <message>
            <source>{price} a vehicle and month × {count}, less {less} of today</source>
            <translation>1 台あたり月額 {price} × {count} 台 − いまの {less}</translation>
        </message>
        <message>
            <source>{price}, less {less} of today</source>
            <translation>{price} から今の {less} を引いた額</translation>
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Do not bring it up today. Put right what stands under “Against” first; then ask again.</source>
            <translation>きょうは切り出さないでください。「控える理由」を先に片づけてから、あらためて伺いましょう。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>How to bring it up</source>
            <translation>切り出し方</translation>
        </message>
        <message>
            <source>One question to ask first</source>
            <translation>まず聞きたいこと</translation>
        </message>
        <message>
            <source>See the meeting that says so</source>
            <translation>根拠の商談を見る</translation>
        </message>
        <message>
            <source>Their problem, in their words</source>
            <translation>お客様の困りごと(ご本人の言葉)</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>何が変わるか</translation>
        </message>
        <message>
            <source>What it costs them today, by their own numbers</source>
            <translation>いまの負担(お客さまの数字から)</translation>
        </message>
    </context>
    <context>
        <name>StoryLine</name>
        <message>
            <source>A story like this: {title}</source>
            <translation>近い導入事例: {title}</translation>
        </message>
        <message>
            <source>Same product</source>
            <translation>同じ製品</translation>
        </message>
        <message>
            <source>Same trade: {trade}</source>
            <translation>同じ業種: {trade}</translation>
        </message>
        <message>
            <source>The problem is alike: {problem}</source>
            <translation>似た困りごと: {problem}</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>Copied.</source>
            <translation>コピーしました。</translation>
        </message>
        <message>
            <source>Noted: {state}</source>
            <translation>記録しました: {state}</translation>
        </message>
        <message>
            <source>{noted}. “{product}” stands among their products now.</source>
            <translation>{noted}。利用中の製品に「{product}」を加えました。</translation>
        </message>
        <message>
            <source>{noted}. “{product}” no longer stands among their products.</source>
            <translation>{noted}。利用中の製品から「{product}」を外しました。</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsView</name>
        <message>
            <source>Accepted offers add {amount} a month</source>
            <translation>承諾された提案による毎月の増加: {amount}</translation>
        </message>
        <message>
            <source>Accepted: {share}</source>
            <translation>承諾率: {share}</translation>
        </message>
        <message>
            <source>Import your catalogue, then read a meeting: when a customer voices a problem that a product of yours solves, it is listed here with the words that call for it.</source>
            <translation>商品カタログを取り込んで商談を読み解くと、お客様の困りごとに合う商品が、その根拠となる言葉と一緒にここに並びます。</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>提案</translation>
        </message>
        <message>
            <source>Suggestions appear here</source>
            <translation>ここに提案が並びます</translation>
        </message>
        <message>
            <source>Wording {name}: {share}</source>
            <translation>言い方 {name}: {share}</translation>
        </message>
        <message>
            <source>{hits} of {total} (likely {low}–{high} %)</source>
            <translation>{total} 件中 {hits} 件(推定 {low}〜{high} %)</translation>
        </message>
        <message>
            <source> Catalogue</source>
            <translation> カタログ</translation>
        </message>
        <message>
            <source>Open the catalogue</source>
            <translation>カタログを開く</translation>
        </message>
        <message>
            <source> Rules: {business}</source>
            <translation> きまり: {business}</translation>
        </message>
        <message>
            <source> Rules: {business}, changed</source>
            <translation> きまり: {business}(変更あり)</translation>
        </message>
        <message>
            <source>Choose the kind of business and when something may be proposed</source>
            <translation>商売のかたちと、いつ提案してよいかを選びます</translation>
        </message>
        <message>
            <source> Results</source>
            <translation> 成果</translation>
        </message>
        <message>
            <source>Your catalogue is there. Once a meeting is read in which a customer voices a problem that a product of yours solves, it is listed here with the words that call for it.</source>
            <translation>カタログは準備できています。商談を読み解き、お客様の困りごとに合う商品があれば、その根拠となる言葉と一緒にここに並びます。</translation>
        </message>
        <message>
            <source>Import a recording</source>
            <translation>録音を取り込む</translation>
        </message>
        <message>
            <source>Nothing to suggest so far</source>
            <translation>いまのところ提案はありません</translation>
        </message>
        <message>
            <source>In the meetings so far no customer voiced a problem that a product of your catalogue solves. Look whether the catalogue tells, in customers' words, what each product solves.</source>
            <translation>これまでの商談では、カタログの商品で解決できる困りごとは語られていません。カタログの「解決する課題」が、お客様の言葉で書かれているか確かめてください。</translation>
        </message>
        <message>
            <source>Open the meetings</source>
            <translation>商談を開く</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>Against</source>
            <translation>控える理由</translation>
        </message>
        <message>
            <source>In favour</source>
            <translation>後押しする理由</translation>
        </message>
        <message>
            <source>What if: the verdict without what you switched off.</source>
            <translation>外した理由がなかった場合の判断です。</translation>
        </message>
        <message>
            <source>Why now, or why not</source>
            <translation>いま提案してよいか、その理由</translation>
        </message>
        <message>
            <source>Possible again from {date}</source>
            <translation>{date}から提案できます</translation>
        </message>
        <message>
            <source>To repair first</source>
            <translation>先に直すこと</translation>
        </message>
        <message>
            <source>What would make it ready</source>
            <translation>準備が整うには</translation>
        </message>
        <message>
            <source>In use since {date}</source>
            <translation>利用開始 {date}</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedNotice</name>
        <message>
            <source>The text is unfinished: {done} of {total}.</source>
            <translation>文字起こしは途中までです({done} / {total})。</translation>
        </message>
        <message>
            <source>Go on from there</source>
            <translation>続きを文字にする</translation>
        </message>
    </context>
    <context>
        <name>VoicesNotice</name>
        <message>
            <source>Only one voice was heard. Is that right?</source>
            <translation>聞き分けた声は 1 人分です。合っていますか?</translation>
        </message>
        <message>
            <source>{count} voices were told apart. Is that right?</source>
            <translation>{count} 人の声を聞き分けました。人数は合っていますか?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>合っている</translation>
        </message>
        <message>
            <source>Tell them apart anew; the text stays.</source>
            <translation>この人数で聞き分け直します。文字はそのまま残ります。</translation>
        </message>
        <message>
            <source>1 person</source>
            <translation>1 人</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>{count} 人</translation>
        </message>
    </context>
    <context>
        <name>CoachingView</name>
        <message>
            <source>Metrics as a table</source>
            <translation>指標の表</translation>
        </message>
    </context>
    <context>
        <name>ResultsPresenter</name>
        <message>
            <source>The comment stands under Trends, Coaching.</source>
            <translation>コメントを残しました。「傾向」の「コーチング」にあります。</translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message>
            <source>Write a comment at this moment</source>
            <translation>この場面にコメントを付ける</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>コメント</translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message numerus="yes">
            <source>%n meeting(s)</source>
            <translation>
                <numerusform>商談 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>約束 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>「{name}」を削除しました</translation>
        </message>
        <message>
            <source>About the customer</source>
            <translation>お客様の情報</translation>
        </message>
        <message>
            <source>Merged into {name}</source>
            <translation>「{name}」にまとめました</translation>
        </message>
        <message>
            <source>Add a customer</source>
            <translation>顧客を追加</translation>
        </message>
        <message>
            <source>This company is here already: {name}</source>
            <translation>この会社は登録済みです: {name}</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>Choose…</source>
            <translation>選ぶ…</translation>
        </message>
    </context>
    <context>
        <name>GuideView</name>
        <message>
            <source>Chapter</source>
            <translation>章の本文</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>章</translation>
        </message>
        <message>
            <source>No chapter has these words.</source>
            <translation>この言葉を含む章はありません。</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>使い方を検索</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Make a support file</source>
            <translation>問い合わせ用ファイルを作る</translation>
        </message>
        <message>
            <source>Written: {path}. Nothing of any meeting is in it.</source>
            <translation>{path} に書き出しました。商談の内容は含まれていません。</translation>
        </message>
    </context>
    <context>
        <name>HealthView</name>
        <message>
            <source>No microphone was found</source>
            <translation>マイクが見つかりません</translation>
        </message>
        <message>
            <source>Everything else works. Plug one in and look again.</source>
            <translation>ほかは正常です。マイクをつないでから、もう一度調べてください。</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>データベース</translation>
        </message>
        <message>
            <source>Everything works</source>
            <translation>問題ありません</translation>
        </message>
        <message>
            <source>Faulty</source>
            <translation>要対応</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>空きを増やす</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>もう一度調べる</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>調べています…</translation>
        </message>
        <message>
            <source>Make a support file</source>
            <translation>問い合わせ用ファイルを作る</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>作り直す</translation>
        </message>
        <message>
            <source>Microphone</source>
            <translation>マイク</translation>
        </message>
        <message>
            <source>Microphone and sound</source>
            <translation>マイクと音声</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Not here</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Recording, transcription and your data are in order.</source>
            <translation>録音・文字起こし・データに問題はありません。</translation>
        </message>
        <message>
            <source>Some things need a look</source>
            <translation>確認が必要な項目があります</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>音声</translation>
        </message>
        <message>
            <source>Sound of this machine</source>
            <translation>この端末が鳴らす音</translation>
        </message>
        <message>
            <source>Take the last backup</source>
            <translation>直前の控えに戻す</translation>
        </message>
        <message>
            <source>This takes some seconds.</source>
            <translation>数秒かかります。</translation>
        </message>
        <message>
            <source>Versions, findings and warnings; nothing of any meeting</source>
            <translation>版、検査の結果、警告だけを含みます。商談の内容は含みません</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Your recordings and texts are safe. What is marked red can be repaired here.</source>
            <translation>録音と文字は無事です。赤い項目はここから直せます。</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>空き {size}</translation>
        </message>
    </context>
    <context>
        <name>KeysCard</name>
        <message>
            <source>Back to the keys it came with</source>
            <translation>最初のキーに戻す</translation>
        </message>
        <message>
            <source>Click a field and press the new keys. The keys of lists and of the player are on the card of keys.</source>
            <translation>欄を押してから、新しいキーを押してください。一覧と再生のキーは、キーの一覧(?)にあります。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>Keys for: {action}</source>
            <translation>「{action}」のキー</translation>
        </message>
        <message>
            <source>{keys} already does: {action}</source>
            <translation>{keys} は「{action}」で使われています</translation>
        </message>
    </context>
    <context>
        <name>OptionRow</name>
        <message>
            <source>Back to the default: {option}</source>
            <translation>「{option}」を最初の値に戻す</translation>
        </message>
    </context>
    <context>
        <name>Storage</name>
        <message>
            <source>Back up all meetings</source>
            <translation>すべての商談をバックアップ</translation>
        </message>
        <message>
            <source>Backed up to “{path}”.</source>
            <translation>「{path}」にバックアップしました。</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>バックアップを復元</translation>
        </message>
        <message>
            <source>The backup is being written…</source>
            <translation>バックアップを書き出しています…</translation>
        </message>
        <message>
            <source>Where shall the data lie?</source>
            <translation>データの新しい場所</translation>
        </message>
        <message>
            <source>This backup is encrypted with the passphrase of its time.</source>
            <translation>このバックアップは、取ったときのパスフレーズで暗号化されています。</translation>
        </message>
    </context>
    <context>
        <name>StorageCard</name>
        <message>
            <source>A backup is one file with all meetings, sound and exports; keep it on another disk. Restoring keeps what was here before in a folder beside it.</source>
            <translation>バックアップは、すべての商談・音声・書き出しを収めた1つのファイルです。別のディスクに置いてください。復元するときは、いまのデータを隣のフォルダーに残します。</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>バックアップ…</translation>
        </message>
        <message>
            <source>Move…</source>
            <translation>移動…</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>復元…</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>フォルダーを表示</translation>
        </message>
        <message numerus="yes">
            <source>The sound of %n recording(s) goes at the next start.</source>
            <translation><numerusform>次の起動時に、%n 件の音声を削除します。</numerusform></translation>
        </message>
        <message>
            <source>Where it lies</source>
            <translation>データの場所</translation>
        </message>
        <message>
            <source>{used} MB used, {free} GB free</source>
            <translation>使用中 {used} MB、空き {free} GB</translation>
        </message>
    </context>
    <context>
        <name>WelcomeView</name>
        <message>
            <source>Looking for microphones…</source>
            <translation>マイクを探しています…</translation>
        </message>
        <message>
            <source>As it shall stand in the minutes</source>
            <translation>議事録に載せる名前</translation>
        </message>
        <message>
            <source>Competitors</source>
            <translation>競合</translation>
        </message>
        <message>
            <source>Everything here can be changed later in the settings.</source>
            <translation>ここで決めたことは、後から設定で変えられます。</translation>
        </message>
        <message>
            <source>Everything stays on this computer. One minute, and you can record your first meeting.</source>
            <translation>データはこの端末の外に出ません。1分で、最初の商談を録音できます。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>あとで</translation>
        </message>
        <message>
            <source>Level of your microphone</source>
            <translation>マイクの音量</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>もう一度探す</translation>
        </message>
        <message>
            <source>Microphone</source>
            <translation>マイク</translation>
        </message>
        <message>
            <source>No microphone was found. Plug one in and look again.</source>
            <translation>マイクが見つかりません。つないでから、もう一度探してください。</translation>
        </message>
        <message>
            <source>One a line, or with commas</source>
            <translation>1行に1つ、または「、」区切り</translation>
        </message>
        <message>
            <source>Play with a sample meeting</source>
            <translation>見本の商談で試す</translation>
        </message>
        <message>
            <source>Products, people, customers; paste a list. They are recognised better.</source>
            <translation>製品名、人名、顧客名。一覧を貼り付けられます。正しく聞き取りやすくなります。</translation>
        </message>
        <message>
            <source>Record the first meeting</source>
            <translation>最初の商談を録音する</translation>
        </message>
        <message>
            <source>Say something: the bar should move.</source>
            <translation>何か話してください。バーが動けば大丈夫です。</translation>
        </message>
        <message>
            <source>The system's default</source>
            <translation>システムの既定</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>ようこそ</translation>
        </message>
        <message>
            <source>Where you export to</source>
            <translation>書き出し先</translation>
        </message>
        <message>
            <source>With commas</source>
            <translation>「、」区切り</translation>
        </message>
        <message>
            <source>Words of your company</source>
            <translation>会社の言葉</translation>
        </message>
        <message>
            <source>You can be heard.</source>
            <translation>聞こえています。</translation>
        </message>
        <message>
            <source>You see it when a customer names one.</source>
            <translation>顧客が名前を挙げたときにわかります。</translation>
        </message>
        <message>
            <source>Your CRM's format; you can change it at any time.</source>
            <translation>CRM に合わせた形式です。いつでも変えられます。</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>お名前</translation>
        </message>
    </context>
    <context>
        <name>SideNotice</name>
        <message>
            <source>Taken for your side: {name}. Is that right?</source>
            <translation>「{name}」を自社側として読みました。合っていますか?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>No, {name}</source>
            <translation>いいえ、{name}</translation>
        </message>
        <message>
            <source>The sides are exchanged and the meeting is read anew.</source>
            <translation>自社と先方を入れ替えて、商談を読み直します。</translation>
        </message>
    </context>
    <context>
        <name>WhomNotice</name>
        <message>
            <source>With whom was this meeting?</source>
            <translation>どの顧客との商談ですか?</translation>
        </message>
        <message>
            <source>None of them</source>
            <translation>どれでもない</translation>
        </message>
    </context>
    <context>
        <name>OwnWords</name>
        <message>
            <source>In your own words: what pushes is pointed out</source>
            <translation>自分の言葉で(急がせる言葉があれば知らせます)</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>自分の言葉で</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>This pushes: {words}</source>
            <translation>急がせる言葉: {words}</translation>
        </message>
    </context>
</TS>
