<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
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
    <name>Pages</name>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
</context>
</TS>
