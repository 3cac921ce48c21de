<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after the step in hand; memory is kept (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the pause (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a checkpoint and free the memory; the run can be resumed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after the step in hand; the last checkpoint is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the worker at once; the last checkpoint is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put these settings into the form of a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that starts from this one&apos;s best adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration, events, answers, checkpoints and log of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with the best adapter of this run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvantageBar</name>
    <message>
        <source>Advantage {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantage {value}: how much better than the other answers to this problem. Right of the middle is made likelier, left of it rarer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys rate steps unless a text field is being edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit step  E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a chain  W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo  Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous  ←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next  ↵</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue is empty. Make samples on the Data page, choose another queue, or write a chain of thought yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a chain by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference answer appears after your first rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows the first error is not judged; Settings can change that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate step {n} as {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the whole as {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the rest as neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the rating of step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last one of this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the answer exactly as it was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length limit cut this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total reward, all parts with their weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{thinking} thinking, {answer} answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came to no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerFooter</name>
    <message>
        <source>Show the text exactly as the model wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again: another answer beside this one (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its sample in Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question and answer as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with its thinking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerMessage</name>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text exactly as the model wrote it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answerer</name>
    <message>
        <source>Chat with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>The worker left before the answer was complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskBox</name>
    <message>
        <source>Question to the policy in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>347 + 85 - 126 =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers after the step in hand, as it stands then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be asked as soon as its worker has started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is over: chat with one of its checkpoints instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The run ended before it could answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is made when the program closes and something changed. To go back to one, close this window and run: o1desk backup --restore NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database {size}: {samples} samples, {problems} problems, {labels} labels, {messages} messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchArrows</name>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chains agree (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement: share of the chains that came to the answer with most votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the %1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainRow</name>
    <message>
        <source>Chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how this chain came to its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking of this chain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartBoard</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartToolbar</name>
    <message>
        <source>Average over neighbouring steps; the measured line stays, faintly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the horizontal axis of all charts counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For norms, distances and losses: equal factors, equal heights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let single odd values leave the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, ratios, rates and whatever else was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens sampled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Model that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures: speed, memory, cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chain of thought, or several with a vote over their answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T %1 · %2 tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature %1, longest answer %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chat as JSONL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>The answer is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat is on the clipboard, without the thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · vote of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat was with %1, which is not on this computer any more. The next answer comes from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each question is answered on its own: earlier messages are not sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsEdit</name>
    <message>
        <source>Choose at least one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close O1 Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is going on: {titles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend saves a checkpoint after the step in hand; it can be resumed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving and stopping; close again to end it at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Held-out accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these runs was measured on held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} at step {n} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the answer and keep what there is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles, questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat contains these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostCharts</name>
    <message>
        <source>Decode speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time against tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens after the first over their time, answer by answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the thinking, answer by answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point per answer appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each answer: its tokens, its wall time, and whether it was right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One dot per answer appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostGrid</name>
    <message>
        <source>Each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} problems {x} {g} answers, at most {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} samples, at most {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s); not measured yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{size} measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {size} by formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no estimate for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} for checkpoints; {free}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what is listed as a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples yet. Let the solver write some with every step worked out, or drop a JSONL file of questions and answers on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make 20 sample problems now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{listed} of {total} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Generating {count} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating, resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {rows} rows are in the dataset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the dataset; it is frozen, so that a run can be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatasetsPanel</name>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list, then keep it as a dataset to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can still change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{samples} samples of {problems} problems, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove dataset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename dataset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Opened read-only: you can look and export; nothing will be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last start ended in a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer slept {time}; work goes on, and speeds leave it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Edit step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original stays in the store; an edited copy takes its place here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentMix</name>
    <message>
        <source>Nothing is practised yet; add an environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment %1 is not there; choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All starter families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter knows these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where to write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a model without an adapter: only GGUF makes sense for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something of that name already; choose another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultCard</name>
    <message>
        <source>The answer did not come to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown here until the window closes; copy what you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question and what was written so far were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question was kept; nothing had been written yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Search problems and chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length, characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest, characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest, characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FloatEdit</name>
    <message>
        <source>Write a number, such as 0.001 or 1e-3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>About: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunnelCard</name>
    <message>
        <source>Progress of the generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerateDialog</name>
    <message>
        <source>Generate samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who solves the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver: exact worked steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: sampled attempts, checked and filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only groups whose answers got different rewards teach anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this problem over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked in step:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked in this step only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardLog</name>
    <message>
        <source>The guard&apos;s log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guard watches every update for numbers that are none, missing rewards and a falling held-out accuracy. It had nothing to do so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardModel</name>
    <message>
        <source>{time}  Step {step}: {what}; {action}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>How the run is doing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 values, median %4, half of them from %3 to %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One JSON object on each line: questions and answers, chats, or samples that O1 Desk exported. Bad lines are counted with their numbers; the rest is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a sample to see its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after the step in hand; memory is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and free the memory; the run can be resumed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after the step in hand; what is finished is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the worker at once; what was saved is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of the run with its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n right</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys of the Annotate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, parted by commas; for example: 1, B, Shift+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs at least one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} means both: {one}, {other}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Launching</name>
    <message>
        <source>Samples for a fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples were not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Rename a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveFigures</name>
    <message>
        <source>This answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second over the last second, counted as the text arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the thinking and of the answer, all chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident memory of the worker, read once a second while it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the question to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median time from one token to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest 5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95th percentile of that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens after the first over their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tokens over the whole time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident memory of the worker process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoopCard</name>
    <message>
        <source>Run the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate, verify, train, and measure on problems never trained on (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One button closes the loop: practice problems are solved and checked, the starter model learns from its own attempts, and its accuracy is measured on problems it never trained on, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More time means more training; the measurement stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoopController</name>
    <message>
        <source>The whole loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop stopped on a bug: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop is done: {before} before, {after} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{free} of {all} GiB memory free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} GiB disk free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {free} of {all} GiB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA graphics card found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter trains and answers here in minutes. Chat fits models of up to about {n} billion parameters at 8 bit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page understands {name}; drop JSONL, GGUF or a model folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>The measurement was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodSwitch</name>
    <message>
        <source>The model tries each problem several times; answers that a checker finds right are made likelier (GRPO with a LoRA adapter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learns to write like the samples you give it (a LoRA adapter). A good start before reinforcement learning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>Pick another model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixRow</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it is drawn, compared with the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>files are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory estimate unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about {need} MiB to chat, {free} MiB are free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretend model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + training %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + training %2, step %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out %1 %, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for trying things out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for a GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 is not there; choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safetensors folders (Qwen, Llama and most others) and GGUF files; drop one on the window. Nothing is copied, and only these two safe formats are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no config.json with safetensors, and is no GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written: {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%n run(s) stopped while the window was closed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to O1 Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the o1 loop: make chains of thought, train on them, think with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small starter model is included; press Run the loop to watch it get better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click any part to open it. Ctrl+K finds everything, ? shows the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens/s, last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from files and chats</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>starter included</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n families of problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reward(s) to mix</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trained adapter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>single chain or vote of up to 16</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{samples} chains of thought for {problems} problems; feeds the RL environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at work: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRPO with LoRA, at rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type a command, a page, a run, a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickerPopup</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlainText</name>
    <message>
        <source>Show invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make two real steps in a folder that is thrown away (Ctrl+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the value that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two real steps tell time and memory; nothing of them is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring: {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Measured by %n real step(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The form has changed since it was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solvers write samples: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetsRow</name>
    <message>
        <source>Your own settings; a preset replaces those below, not what is practised.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateStrip</name>
    <message>
        <source>Live strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 now, at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · max %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message>
        <source>The answer is now a sample to annotate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>What the last loop came to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilson interval: had other problems of the same kind been drawn, the rate would lie in here 95 times out of 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {n} problems that were kept aside, one sampled answer each. The intervals do not overlap: the gain is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {n} problems that were kept aside, one sampled answer each. The intervals overlap: run it longer to be sure of a gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was too short to be measured on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against thinking at answer time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chains sampled, majority vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with the trained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n held-out problem(s), one sampled answer each.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The intervals overlap: it may be luck; train or measure longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervals lie apart: the gain is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervals lie apart: it really got worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best was step {n} with {rate}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RewardCard</name>
    <message>
        <source>Remove: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its score is multiplied by this; below 0 it is a punishment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RewardMix</name>
    <message>
        <source>Add reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no reward called %1; it was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is rewarded yet; add a reward</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolloutBrowser</name>
    <message>
        <source>Training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest step as soon as it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer that reinforcement learning samples is shown here, with its reward and what was learned from it. The first ones come with the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message numerus="yes">
        <source>Remove %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that the run started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving and stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last checkpoint at step {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>No run is shown. Start one, or open one that ran before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard ({n})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} at step {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this run was for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts, answers, log (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two to five runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the settings into the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with its best adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from the list; its folder stays, and undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such run. A run stays here with its charts and answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleSource</name>
    <message>
        <source>Solutions written by the solvers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program solves problems of the environments below, every step written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples of a named selection from the Data page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one on the Data page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set with answers yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplingPopup</name>
    <message>
        <source>How tokens are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave earlier thinking out of the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each question on its own, without earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How adventurous the sampling is: 0 takes the likeliest token every time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking and answer together may not be longer than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter was trained on single questions; earlier messages confuse it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model then reads earlier answers, not how it came to them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScatterChart</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 points; highest is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default of: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>Not the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report about this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>{at} of {n} in this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes and flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this step (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Today %n label(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> on %n sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{time} for each label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all: {good} right, {neutral} neutral, {bad} wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checker agrees on {agreed} of {judged} whole answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of this machine that is free now, and all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder: database, runs, backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of {total} GiB free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCards</name>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Step {number}, being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message>
        <source>Stopped by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the thinking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingHeader</name>
    <message>
        <source>Thinking {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides the thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the thinking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline of the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToastFrame</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainController</name>
    <message>
        <source>{title}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainForm</name>
    <message>
        <source>Base model or adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to practise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is rewarded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure time and memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the shown run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the selected runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show earlier messages (%1 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ New text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end and follow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show O1 Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker.log of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything written before was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint yet; the charts and answers were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: charts, answers, and the checkpoint of step {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with {less}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The data folder could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open read-only, to look and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged files stay in the folder &apos;damaged&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unanswered</name>
    <message>
        <source>This question has no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and ask again as a new branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Ask, and watch the model think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step of the thinking is shown with its tokens and its time. Everything is stored on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to O1 Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a model to think, on this computer: generate, label, train, chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays in one folder on your disk; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still opening your data folder: a long check, a slow disk, or another program that has locked the database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingEditor</name>
    <message>
        <source>New wording of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write a chain of thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference answer, if you know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The answer equals the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The answer differs from the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A problem, at least one step and an answer are needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomChart</name>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_AnswerCard</name>
    <message>
        <source>Waiting for the end of the step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came to no answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Figure</name>
    <message>
        <source>{what}, step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>annotate</name>
    <message>
        <source>Step is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step is neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps from here are neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rating back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole: not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a chain by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not labelled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ right: true, and it brings the answer closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– neutral: true but of no help, or you cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ wrong: false, or it leads away from the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows a wrong step is not judged: it stands on sand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reference is bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certainty</name>
    <message>
        <source>mean entropy {nats} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean log-probability {nats} nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>Waits for the answer in another chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the other %1 chains for the vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you; what was written is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you before anything was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at the longest answer of %1 tokens; raise it above and ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat is long: its first %1 messages were not sent along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time before the model could begin: earlier questions and opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode speed: tokens after the first, over the time after the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token: from the question to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading speed: the %1 tokens of the prompt over the time to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the thinking + tokens of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of thinking + answers, all %1 chains together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens of earlier thinking were left out of the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time of the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Theme: follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command, page, run or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>configs</name>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the adapter: larger learns more and needs more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the adapter: its change is multiplied by alpha / rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layers of the model that get an adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter, a folder or a GGUF file, with or without an adapter (@RUN:STEP).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is practised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is rewarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the adapter is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this long; 0 has no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different problems tried before each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers per problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to the same problem that are compared with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that reach this length, thinking included, are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 1 leaves the model as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large each update is; too large makes the model forget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps over which the learning rate grows from 0 to its full value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls the adapter towards zero at each update; 0 leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes per rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates made from each batch of answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long and short answers share the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantage scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lead of an answer over its group is divided by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one update may make a token less likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one update may make a token more likely; room keeps rare tokens alive (DAPO).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards the model without adapter (k3); 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards undecided sampling, so that the model keeps exploring; 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger gradients are scaled down to this length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero-variance threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups whose rewards differ by less teach nothing and are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore cut answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers cut by the length limit are not learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens held in memory at once while learning; less needs less memory and more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often accuracy on held-out problems is measured; 0 never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems, never trained on, behind each measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the adapter is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy this far below the start restores the best adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small matrices that are trained while the model stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same problems again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exactly numbers are kept; half needs half the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver traces to learn from when no data set is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONL file of samples; empty uses the solvers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples read before each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer samples are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who solves the problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the problems come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many problems are tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers sampled for each problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which samples stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Habit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the solver writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers when a model is the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 0 always takes the likeliest token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose accuracy is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the held-out problems come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out problems; more give a narrower confidence interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chain of thought, or a vote of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the way to think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as how many chains a vote draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also measure majority votes of up to this many chains; 0 does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems behind the curve of votes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other programs read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer bits make a smaller file and a slightly worse model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or folder to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By token (DAPO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed length (Dr. GRPO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By answer (GRPO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By micro-batch (BNPO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful, every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick, often wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both, mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full (32 bit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half (bfloat16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF: one file for llama.cpp, LM Studio, Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safetensors: model and adapter merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT: the adapter alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bit (q8_0)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the checker said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote the chain of thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the chain of thought; empty when nobody counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the reward function gave; empty outside training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{passes} of {attempts} attempts by models were right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited copy of sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference is bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>Must be at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>environments</name>
    <message>
        <source>A::B rewriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causal lamps (ACRE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alice in Wonderland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARC in one dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARC-AGI grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny programs (BF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary alternation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitwise arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box moving (BoxNet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caesar cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit logic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coin flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour cube rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complex arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composite problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count primes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cryptarithms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal chain sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji mystery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family relationships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figlet letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraction simplification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Futoshiki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game of Life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game of Life halting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest common divisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph colouring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group anagrams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word problems (GSM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intermediate integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isomorphic strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water jugs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kakurasu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knight swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knights and knaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest island</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least common multiple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter jumble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mahjong puzzle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manipulate a matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini sudoku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modulo grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N queens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needle in a haystack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number filtering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palindrome generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palindrome partitioning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial multiplication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prime factorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propositional logic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make 24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantum lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ransom note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-ARC grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate a matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotten oranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rubik&apos;s cube</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rush hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence reordering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sokoban</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spell backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>String insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>String manipulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>String splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>String synthesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudoku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syllogisms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tower of Hanoi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tsumego (Go)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word sequence reversal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zebra puzzles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>estimate</name>
    <message>
        <source>A step takes about %1 and %2 MiB of memory; the run takes about %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory estimate unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file %1 MiB + 10 % for its cache + program %2 MiB = %3 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(weights %1 MiB + key/value cache %2 MiB at %3 tokens) x 1.1 + program %4 MiB = %5 MiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Entropy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How undecided the model is at a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy collapsed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answers always the same and stops exploring. Add an entropy bonus, raise the upper clip, or go back to an earlier checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy falling fast: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model becomes sure of itself quickly. Lower the learning rate or add an entropy bonus if the accuracy does not rise with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy rising fast: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers become random, often before a collapse. Lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step skipped by the guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update was not finite and was left out; the adapter is unharmed. Lower the learning rate if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the update before it is limited. A jump far above the usual size comes from odd answers or too high a learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward falling: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss rising: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run gets worse. Lower the learning rate, or go back to a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning stalled: %1 for %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has moved for a while. Harder problems, more answers per problem or another learning rate may help, or the run is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss falling: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run makes progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy %1 % (start %2 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on problems that are never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the start: what is rewarded in training does not carry over. The guard goes back to the best adapter when it falls far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups whose answers got different rewards are what the policy learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most groups are all right: choose a harder level or other environments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most groups are all wrong: choose an easier level or fine-tune first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to one problem hardly differ: raise temperature or group size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning signal: %1 % of groups mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers cut off by the length limit. When they are many, allow longer answers or reward shorter ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance per token from the model without its adapter. When it runs away, raise the KL weight or lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling and learning differ: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same weights give different probabilities while sampling and while learning. Choose 32-bit precision.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loop</name>
    <message>
        <source>1 of 4: solving and storing practice problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 of 4: measuring accuracy on problems kept aside, before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 of 4: training with reinforcement learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 of 4: measuring the same problems again, after training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic data generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solvers and models write chains of thought; checkers keep the right ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You judge each step: wrong, neutral or right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-world data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions and answers from your own files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CoT datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named, frozen selections of samples to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that learns, by a small adapter (LoRA).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RL environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives problems and checks answers, without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification and human labels, as one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes good answers likelier; a guard watches every update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model with the adapter that a run made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-tasking generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several chains for one question, and their vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated CoT and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it think, step by step, to its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, tokens and memory of every answer, live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large-scale CoT storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step is a row in your database; what the model writes feeds the next run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between policies (KL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of problems never trained on that one sampled answer solves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy, lower bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval of the held-out accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy, upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the 95 % confidence interval of the held-out accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many problems the held-out accuracy stands on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of this step&apos;s sampled answers that are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean total reward of this step&apos;s answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the reward; without any spread nothing is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups without a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of problems whose answers all got the same reward and therefore teach nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers without a reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of answers that no reward could judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when the guard left the update of this step out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean length of the answers, thinking included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the shortest answer, thinking included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the longest answer, thinking included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean length of the thinking alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of finished answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean length of the answers that ended by themselves, before the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of answers that the length limit cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of tokens of bad answers that are already so much rarer that they are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of tokens of good answers that are already so much likelier that they are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower and upper clip together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How undecided the model is at a token; near 0 it says always the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy of what is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same over the answers that this step learns from, measured exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL to the base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the policy has moved from the model without its adapter, per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling against learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far sampling and learning disagree about the same weights because of rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much likelier a token is now than when it was sampled; 1 is no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token that became rarest since it was sampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token that became likeliest since it was sampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the update that the answers ask for, before it is limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of all that the adapter has learned so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimizer lowers; near 0 is normal in reinforcement learning, and it tells little there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one update moves the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the whole data set was read so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens written per second while answers are sampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second that the update works through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent on writing answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent on checking and rewarding answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent on comparing and storing answers before learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent on the update of the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory of the graphics card, or the memory of the process on a CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of the reward: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of this part of the reward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of this part of the reward, before its weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved within %1 answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of problems that at least one of %1 sampled answers solves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Run {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Something in the window went wrong. Your data and running work are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last start ended in a crash. What was stored before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rewards</name>
    <message>
        <source>Full marks for the reference, letter by letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full marks for finished thinking and then one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers are worth more the shorter their thinking is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full marks when the answer means the same as the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that come close to the length limit lose, softly at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit that the problem&apos;s own scorer gives, parts of an answer included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the problem&apos;s own checker said of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell A from a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasoning-gym score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answers score 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is a second chain, not an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the curve ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mathematics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error allowed where the problem asks for a decimal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unverifiable answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score when nobody can tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft length limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the fall begins, before the longest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count part of a right answer; off: all or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score when the checker gave up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparing with the model without adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring on held-out problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring majority votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples were kept; %3 were right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2 problems were solved (95 % interval: %3 to %4 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps were trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps: held-out accuracy went from %2 to %3 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window; changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % is the size that the system asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the chain of thought is open at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave earlier thinking out of the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up questions carry earlier answers but not their thinking, which saves tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 0 takes the likeliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking and answer together may not be longer than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains of a vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many chains of thought a vote draws for one question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter, folder or GGUF file; @RUN adds an adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name on labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored with each label, so that people can be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at the first error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step rated wrong ends the item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the reference answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference appears after the rating, so that it cannot sway it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window closes during a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suspended run keeps a checkpoint and can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores of a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 uses all of them; fewer leave room for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker may use the network; switch it off to download a hub model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty is the usual place; a change counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before importing a dropped file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what a file holds before anything is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the end or the failure of long work while the window is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the Annotate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each action may have several keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>Qt&apos;s format of day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>With the year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>train</name>
    <message>
        <source>A loss near 0 is normal here: advantages cancel out inside each group. Look at the reward and the held-out accuracy instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups without a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between policies (KL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data set to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF file cannot be trained; choose the folder it was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has no room for the checkpoints; free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs more memory than is free now: close something, or choose a smaller micro-batch, fewer answers or shorter ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another training is at work; both will be slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update was not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group teaches anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers without a reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy fell far below the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinforcement learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervised fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick try: 10 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a minute with the starter. Shows that everything runs and what the charts mean; too short to trust the gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many steps as fit into five minutes, the last measurement included. With the starter that is enough for a gain that the intervals confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More answers per problem, a smaller learning rate and 300 steps: slower, steadier, and measured on 400 problems, so that small gains are told from luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the room for each answer, so that longer chains of thought can grow. Answers that are cut are left out rather than punished. Each step takes about twice as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick try: 20 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a minute with the starter. Shows that everything runs; too short to learn much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 steps of 32 samples with the settings that suit a small adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>400 steps with a smaller learning rate, measured on 400 problems: for data sets of some thousand samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation and checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference answer is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
