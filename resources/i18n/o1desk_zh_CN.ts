<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>Program and machine</source>
        <translation>程序与机器</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Every step has a rating</source>
        <translation>每一步都已评分</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>That was the last one of this queue</source>
        <translation>这是队列中的最后一个</translation>
    </message>
    <message>
        <source>This is the first one of this queue</source>
        <translation>这是队列中的第一个</translation>
    </message>
</context>
<context>
    <name>AdapterRows</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>再显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Its training run</source>
        <translation>它的训练运行</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>files are missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>更多：{name}</translation>
    </message>
</context>
<context>
    <name>AdvantageBar</name>
    <message>
        <source>Advantage {value}</source>
        <translation>优势 {value}</translation>
    </message>
    <message>
        <source>Advantage {value}: how much better than the other answers to this problem. Right of the middle is made likelier, left of it rarer.</source>
        <translation>优势 {value}：比同一问题的其他答案好多少。中线右侧的会更常出现，左侧的会更少出现。</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>This queue is empty. Make samples on the Data page, choose another queue, or write a chain of thought yourself.</source>
        <translation>这个队列是空的。请在“数据”页生成样本、换一个队列，或自己写一条思维链。</translation>
    </message>
    <message>
        <source>Make samples</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <source>Write a chain by hand</source>
        <translation>手写一条思维链</translation>
    </message>
    <message>
        <source>Looking for samples to rate…</source>
        <translation>正在查找待评分的样本…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Read as {value}</source>
        <translation>读作 {value}</translation>
    </message>
    <message>
        <source>Answer, rendered</source>
        <translation>排版后的答案</translation>
    </message>
    <message>
        <source>Answer as written</source>
        <translation>答案原文</translation>
    </message>
    <message>
        <source>Shows the answer exactly as it was written</source>
        <translation>按原样显示答案</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制答案</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer {n}</source>
        <translation>答案 {n}</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>The length limit cut this answer</source>
        <translation>此答案因长度上限被截断</translation>
    </message>
    <message>
        <source>reward {value}</source>
        <translation>奖励 {value}</translation>
    </message>
    <message>
        <source>Total reward, all parts with their weights</source>
        <translation>总奖励：各部分按权重相加</translation>
    </message>
    <message>
        <source>{thinking} thinking, {answer} answer</source>
        <translation>思考 {thinking}，答案 {answer}</translation>
    </message>
    <message>
        <source>Open in Data</source>
        <translation>在“数据”中打开</translation>
    </message>
    <message>
        <source>Rate its steps</source>
        <translation>为步骤评分</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} 个 token</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>It came to no answer.</source>
        <translation>没有得出答案。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Reference answer</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Hidden until you have rated</source>
        <translation>评分之后才显示</translation>
    </message>
    <message>
        <source>Checker: {verdict}</source>
        <translation>检查器：{verdict}</translation>
    </message>
</context>
<context>
    <name>AnswerFooter</name>
    <message>
        <source>Show the text exactly as the model wrote it</source>
        <translation>按模型所写原样显示文本</translation>
    </message>
    <message>
        <source>Ask again: another answer beside this one (Ctrl+R)</source>
        <translation>再问一次：在旁边生成另一个答案 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
    <message>
        <source>Open its sample in Annotate</source>
        <translation>在“标注”中打开它的样本</translation>
    </message>
    <message>
        <source>Send to Annotate</source>
        <translation>送去标注</translation>
    </message>
    <message>
        <source>Store the answer first</source>
        <translation>请先存储答案</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>好答案</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>差答案</translation>
    </message>
    <message>
        <source>Question and answer as Markdown</source>
        <translation>以 Markdown 复制问题和答案</translation>
    </message>
    <message>
        <source>Answer as plain text</source>
        <translation>以纯文本复制答案</translation>
    </message>
    <message>
        <source>Answer with its thinking</source>
        <translation>复制答案及其思考</translation>
    </message>
</context>
<context>
    <name>AnswerMessage</name>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1: %2 is right</source>
        <translation>%1：正确答案是 %2</translation>
    </message>
    <message>
        <source>Text exactly as the model wrote it</source>
        <translation>模型所写的原文</translation>
    </message>
</context>
<context>
    <name>Answerer</name>
    <message>
        <source>Chat with %1</source>
        <translation>与 %1 对话</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>The worker left before the answer was complete</source>
        <translation>工作进程在答案写完之前退出了</translation>
    </message>
</context>
<context>
    <name>AskBox</name>
    <message>
        <source>Question to the policy in training</source>
        <translation>向训练中的策略提问</translation>
    </message>
    <message>
        <source>347 + 85 - 126 =</source>
        <translation>347 + 85 - 126 =</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>It answers after the step in hand, as it stands then.</source>
        <translation>它会在做完手头这一步后，以当时的状态回答。</translation>
    </message>
    <message>
        <source>It can be asked as soon as its worker has started.</source>
        <translation>工作进程启动后即可提问。</translation>
    </message>
    <message>
        <source>The run is over: chat with one of its checkpoints instead.</source>
        <translation>运行已结束：请改用它的某个检查点对话。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The run ended before it could answer</source>
        <translation>运行在回答之前就结束了</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Go back to the backup that is chosen in the list</source>
        <translation>恢复到列表中选定的备份</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>A backup is made half an hour after a change and when the program closes; older ones are thinned out. Going back to one keeps the database that is in use now, and starts O1 Desk again.</source>
        <translation>更改半小时后以及程序关闭时会自动备份；较旧的备份会逐渐清理。恢复某个备份时，当前使用的数据库会保留下来，O1 Desk 会重新启动。</translation>
    </message>
    <message>
        <source>Database {size}: {samples} samples, {problems} problems, {labels} labels, {messages} messages</source>
        <translation>数据库 {size}：{samples} 个样本，{problems} 个问题，{labels} 个标签，{messages} 条消息</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Go back to the backup of %1?</source>
        <translation>恢复到 %1 的备份？</translation>
    </message>
    <message>
        <source>What was made since then is not in it. The database of now stays in the folder &apos;damaged&apos; of your data, and O1 Desk starts again.</source>
        <translation>此后产生的内容不在其中。当前的数据库会保留在你数据的 damaged 文件夹中，O1 Desk 会重新启动。</translation>
    </message>
    <message>
        <source>Restore and start again</source>
        <translation>恢复并重新启动</translation>
    </message>
    <message>
        <source>Backed up to {name}</source>
        <translation>已备份到 {name}</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation>%1：暂无数据。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>BranchArrows</name>
    <message>
        <source>Previous version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>%1 of %2 chains agree (%3)</source>
        <translation>%2 条思维链中有 %1 条一致（%3）</translation>
    </message>
    <message>
        <source>Agreement: share of the chains that came to the answer with most votes</source>
        <translation>一致度：得出多数答案的思维链所占比例</translation>
    </message>
    <message>
        <source>Hide the chains</source>
        <translation>隐藏思维链</translation>
    </message>
    <message>
        <source>Show the %1 chains</source>
        <translation>显示 %1 条思维链</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>再显示 %1 条</translation>
    </message>
</context>
<context>
    <name>ChainRow</name>
    <message>
        <source>Chain %1</source>
        <translation>思维链 %1</translation>
    </message>
    <message>
        <source>Show how this chain came to its answer</source>
        <translation>显示这条思维链如何得出答案</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Thinking of this chain</source>
        <translation>这条思维链的思考</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
</context>
<context>
    <name>ChartBoard</name>
    <message>
        <source>Comes with the first step</source>
        <translation>完成第一步后出现</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>time at work</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>ChartToolbar</name>
    <message>
        <source>Average over neighbouring steps; the measured line stays, faintly</source>
        <translation>对相邻各步取平均；测得的线以淡色保留</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>What the horizontal axis of all charts counts</source>
        <translation>所有图表横轴的含义</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>For norms, distances and losses: equal factors, equal heights</source>
        <translation>用于范数、距离和损失：相同倍数显示为相同高度</translation>
    </message>
    <message>
        <source>Clip outliers</source>
        <translation>裁剪离群值</translation>
    </message>
    <message>
        <source>Let single odd values leave the picture</source>
        <translation>让个别异常值超出画面</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Loss, ratios, rates and whatever else was told</source>
        <translation>损失、比率、速率以及其他上报的数值</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Model that answers</source>
        <translation>回答的模型</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>卸载模型</translation>
    </message>
    <message>
        <source>List of chats</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Figures: speed, memory, cost</source>
        <translation>数据：速度、内存、代价</translation>
    </message>
    <message>
        <source>Way to think</source>
        <translation>思考方式</translation>
    </message>
    <message>
        <source>One chain of thought, several with a vote over their answers, or no thinking at all (models without a switch for thinking go on thinking)</source>
        <translation>一条思维链、多条并对答案投票，或完全不思考（没有思考开关的模型仍会思考）</translation>
    </message>
    <message>
        <source>The model is unloaded; the next question opens it again</source>
        <translation>模型已卸载；下次提问时会重新打开</translation>
    </message>
    <message>
        <source>The model is unloaded and frees %1; the next question opens it again</source>
        <translation>模型已卸载，释放 %1；下次提问时会重新打开</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>Unload the model: frees %1</source>
        <translation>卸载模型：释放 %1</translation>
    </message>
    <message>
        <source>Ends its process, which holds this much memory; what it takes on a graphics card comes on top. The next question opens it again</source>
        <translation>结束它的进程，释放其占用的这些内存；显卡上占用的另计。下次提问时会重新打开</translation>
    </message>
    <message>
        <source>One chain</source>
        <translation>单条思维链</translation>
    </message>
    <message>
        <source>Vote of %1</source>
        <translation>%1 条投票</translation>
    </message>
    <message>
        <source>No thinking</source>
        <translation>不思考</translation>
    </message>
    <message>
        <source>The window is too narrow for the figures</source>
        <translation>窗口太窄，放不下数据面板</translation>
    </message>
    <message>
        <source>T %1 · %2 tok</source>
        <translation>T %1 · %2 tok</translation>
    </message>
    <message>
        <source>Temperature %1, longest answer %2 tokens</source>
        <translation>温度 %1，最长答案 %2 个 token</translation>
    </message>
</context>
<context>
    <name>ChatInTheWay</name>
    <message>
        <source>The chat&apos;s model takes memory that this training needs.</source>
        <translation>对话的模型占用了此训练所需的内存。</translation>
    </message>
    <message>
        <source>Unload the chat&apos;s model</source>
        <translation>卸载对话的模型</translation>
    </message>
    <message>
        <source>Start beside it</source>
        <translation>仍然开始</translation>
    </message>
    <message>
        <source>Both will be slow, and the system may end one of them</source>
        <translation>两者都会变慢，系统还可能终止其中之一</translation>
    </message>
    <message>
        <source>The next question in the chat opens it again</source>
        <translation>下次在对话中提问时会重新打开</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>写问题</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>卸载模型</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后的答案</translation>
    </message>
    <message>
        <source>Copy the chat as JSONL</source>
        <translation>将对话复制为 JSONL</translation>
    </message>
    <message>
        <source>Rename the chat</source>
        <translation>重命名对话</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>The answer is on the clipboard</source>
        <translation>答案已复制到剪贴板</translation>
    </message>
    <message>
        <source>The chat is on the clipboard, without the thinking</source>
        <translation>对话已复制到剪贴板，不含思考</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>未知模型</translation>
    </message>
    <message>
        <source>%1 · vote of %2</source>
        <translation>%1 · %2 条投票</translation>
    </message>
    <message>
        <source>%1 · asked not to think</source>
        <translation>%1 · 要求不思考</translation>
    </message>
    <message>
        <source>This chat was with %1, which is not on this computer any more. The next answer comes from %2.</source>
        <translation>此对话使用的 %1 已不在这台电脑上。下一个答案来自 %2。</translation>
    </message>
    <message>
        <source>Each question is answered on its own: earlier messages are not sent</source>
        <translation>每个问题单独回答：不会发送之前的消息</translation>
    </message>
    <message>
        <source>A chat is being opened: ask as soon as it is there</source>
        <translation>正在打开对话：打开后即可提问</translation>
    </message>
</context>
<context>
    <name>ChipsEdit</name>
    <message>
        <source>Choose at least one</source>
        <translation>请至少选择一项</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close O1 Desk</source>
        <translation>关闭 O1 Desk</translation>
    </message>
    <message>
        <source>Work is going on: {titles}</source>
        <translation>正在进行：{titles}</translation>
    </message>
    <message>
        <source>Suspend saves a checkpoint after the step in hand; it can be resumed later.</source>
        <translation>挂起会在做完手头这一步后保存检查点，以后可以恢复。</translation>
    </message>
    <message>
        <source>Finished samples are kept, and the rest can be made later.</source>
        <translation>已完成的样本会保留，其余的以后可以继续生成。</translation>
    </message>
    <message>
        <source>This ends and begins anew when it is wanted again: %1</source>
        <translation>以下工作会结束，再次需要时从头开始：%1</translation>
    </message>
    <message>
        <source>The loop ends. Its training saves a checkpoint after the step in hand and can be resumed later by itself, without the measurement that would have followed.</source>
        <translation>循环会结束。其中的训练会在做完手头这一步后保存检查点，以后可以单独恢复，但不再进行其后的测量。</translation>
    </message>
    <message>
        <source>The loop ends. Its finished parts are kept; it begins anew when it is wanted again.</source>
        <translation>循环会结束。已完成的部分会保留；再次需要时从头开始。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Suspend and close</source>
        <translation>挂起并关闭</translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation>取消工作</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Saving and stopping; close again to end it at once</source>
        <translation>正在保存并停止；再次关闭将立即结束</translation>
    </message>
</context>
<context>
    <name>ClosingFiles</name>
    <message>
        <source>Close O1 Desk</source>
        <translation>关闭 O1 Desk</translation>
    </message>
    <message>
        <source>Not done yet: %1</source>
        <translation>尚未完成：%1</translation>
    </message>
    <message>
        <source>What is stopped leaves nothing behind.</source>
        <translation>被停止的工作不会留下任何残余。</translation>
    </message>
    <message>
        <source>Close when it is done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Closes when the files are done; close again to stop them</source>
        <translation>文件处理完后关闭；再次关闭将停止它们</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Held-out accuracy</source>
        <translation>留出题准确率</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>None of these runs was measured on held-out problems</source>
        <translation>这些运行都没有在留出题上测量过</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Best held-out</source>
        <translation>最佳留出准确率</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>所有设置都相同。</translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>{rate} at step {n} ({low} to {high})</source>
        <translation>第 {n} 步 {rate}（{low} 到 {high}）</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask something</source>
        <translation>问点什么</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Enter 发送，Shift+Enter 换行</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the answer and keep what there is (Esc)</source>
        <translation>结束回答并保留已有内容 (Esc)</translation>
    </message>
    <message>
        <source>Ask (Enter)</source>
        <translation>提问 (Enter)</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>新对话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Search titles, questions and answers</source>
        <translation>搜索标题、问题和答案</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>No chat contains these words</source>
        <translation>没有对话包含这些词</translation>
    </message>
    <message>
        <source>Your chats appear here</source>
        <translation>你的对话会显示在这里</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名 (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>CostCharts</name>
    <message>
        <source>Decode speed</source>
        <translation>解码速度</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>tok/s</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Time against tokens</source>
        <translation>时间与 token 数</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>本次对话</translation>
    </message>
    <message>
        <source>Tokens after the first over their time, answer by answer</source>
        <translation>每个答案：首个 token 之后的 token 数除以所用时间</translation>
    </message>
    <message>
        <source>Tokens of the thinking, answer by answer</source>
        <translation>每个答案的思考 token 数</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>One point per answer appears here</source>
        <translation>每个答案在这里显示一个点</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>全部对话</translation>
    </message>
    <message>
        <source>Each answer: its tokens, its wall time, and whether it was right</source>
        <translation>每个答案：token 数、用时，以及是否正确</translation>
    </message>
    <message>
        <source>One dot per answer appears here</source>
        <translation>每个答案在这里显示一个点</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>CostGrid</name>
    <message>
        <source>Each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步用时</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>{p} problems {x} {g} answers, at most {n} tokens</source>
        <translation>{p} 个问题 {x} {g} 个答案，最多 {n} 个 token</translation>
    </message>
    <message>
        <source>{b} samples, at most {n} tokens</source>
        <translation>{b} 个样本，最多 {n} 个 token</translation>
    </message>
    <message>
        <source>ends after {time}</source>
        <translation>{time} 后结束</translation>
    </message>
    <message>
        <source>{n} steps; not measured yet</source>
        <translation>{n} 步；尚未测量</translation>
    </message>
    <message>
        <source>{size} measured</source>
        <translation>实测 {size}</translation>
    </message>
    <message>
        <source>up to {size} by formula</source>
        <translation>按公式最多 {size}</translation>
    </message>
    <message>
        <source>no estimate for this model</source>
        <translation>无法估计此模型</translation>
    </message>
    <message>
        <source>{size} free now</source>
        <translation>目前可用 {size}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>{size} for checkpoints; {free}</source>
        <translation>检查点占 {size}；{free}</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Generate samples</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Export what is listed</source>
        <translation>导出当前列表</translation>
    </message>
    <message>
        <source>Keep what is listed as a dataset</source>
        <translation>将当前列表保存为数据集</translation>
    </message>
    <message>
        <source>Search samples</source>
        <translation>搜索样本</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>显示全部样本</translation>
    </message>
    <message>
        <source>That sample was removed, so it is not listed</source>
        <translation>该样本已移除，因此没有列出</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln sample(s)</source>
        <translation>
            <numerusform>移除 %Ln 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetActions</name>
    <message>
        <source>What is in it</source>
        <translation>里面有什么</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用它训练</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename dataset</source>
        <translation>重命名数据集</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>A dataset needs a name</source>
        <translation>数据集需要名称</translation>
    </message>
    <message>
        <source>There is a dataset {name} already; choose another name</source>
        <translation>已有名为 {name} 的数据集；请换一个名称</translation>
    </message>
    <message>
        <source>Rename dataset {name}</source>
        <translation>重命名数据集 {name}</translation>
    </message>
    <message>
        <source>Remove dataset {name}</source>
        <translation>移除数据集 {name}</translation>
    </message>
</context>
<context>
    <name>DatasetBar</name>
    <message>
        <source>Generate samples</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>里面有什么</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用它训练</translation>
    </message>
    <message>
        <source>More about this dataset</source>
        <translation>更多关于此数据集</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>显示全部样本</translation>
    </message>
    <message>
        <source>{samples} samples, {problems} problems</source>
        <translation>{samples} 个样本，{problems} 个问题</translation>
    </message>
</context>
<context>
    <name>DatasetDialog</name>
    <message>
        <source>Dataset {name}</source>
        <translation>数据集 {name}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题数</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Steps, mean</source>
        <translation>平均步数</translation>
    </message>
    <message>
        <source>Tokens, mean</source>
        <translation>平均 token 数</translation>
    </message>
    <message>
        <source>Right answers by environment</source>
        <translation>各环境的正确答案</translation>
    </message>
    <message>
        <source>{right} of {all}</source>
        <translation>{right} / {all}</translation>
    </message>
    <message>
        <source>made {time}</source>
        <translation>创建于 {time}</translation>
    </message>
    <message>
        <source>from the file {name}</source>
        <translation>来自文件 {name}</translation>
    </message>
    <message>
        <source>frozen: its members cannot change any more</source>
        <translation>已冻结：成员不再更改</translation>
    </message>
    <message>
        <source>not frozen: it freezes when a run trains on it</source>
        <translation>未冻结：用它训练时会冻结</translation>
    </message>
</context>
<context>
    <name>DatasetsPanel</name>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>None yet. Filter the list, then keep it as a dataset to train on.</source>
        <translation>还没有。先筛选列表，再存为可用于训练的数据集。</translation>
    </message>
    <message>
        <source>{name}: {samples} samples, {problems} problems</source>
        <translation>{name}：{samples} 个样本，{problems} 个问题</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Opened read-only: you can look and export; nothing will be changed.</source>
        <translation>以只读方式打开：可以查看和导出，不会更改任何内容。</translation>
    </message>
    <message>
        <source>The last start ended in a crash</source>
        <translation>上次启动以崩溃告终</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>The computer slept {time}; work goes on, and speeds leave it out</source>
        <translation>电脑睡眠了 {time}；工作继续，速度不计这段时间</translation>
    </message>
    <message>
        <source>Work is going on: let it end, or stop it, before you restore a backup</source>
        <translation>有工作正在进行：恢复备份之前，请等它完成，或停止它</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Where models compute now; while none does, where they would</source>
        <translation>模型现在在哪里计算；没有模型工作时，显示将会用到的设备</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Edit step {n}</source>
        <translation>编辑第 {n} 步</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>The original stays in the store; an edited copy takes its place here. Each line is a step; no text takes the step away.</source>
        <translation>原文保留在存储中；编辑后的副本在此取代它。每行一个步骤；清空文本则去掉该步骤。</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>步骤文本</translation>
    </message>
    <message>
        <source>What you had typed here is back.</source>
        <translation>你之前输入的内容已恢复。</translation>
    </message>
</context>
<context>
    <name>EndedRuns</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 已写好</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>EnvironmentMix</name>
    <message>
        <source>Nothing is practised yet; add an environment</source>
        <translation>还没有练习内容；请添加环境</translation>
    </message>
    <message>
        <source>The environment %1 is not there; choose another</source>
        <translation>环境 %1 不存在；请换一个</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>添加环境</translation>
    </message>
    <message>
        <source>All starter families</source>
        <translation>全部入门题型</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算术</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Word problems</source>
        <translation>应用题</translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation>改用：%1</translation>
    </message>
    <message>
        <source>The starter knows these</source>
        <translation>入门模型会做这些</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Imported sets</source>
        <translation>导入的题集</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {name}</source>
        <translation>导出 {name}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>没有可导出的内容</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Say where to write it</source>
        <translation>请说明保存到哪里</translation>
    </message>
    <message>
        <source>There is something of that name already; choose another</source>
        <translation>已有同名内容；请换一个名称</translation>
    </message>
</context>
<context>
    <name>FaultCard</name>
    <message>
        <source>The answer did not come to its end</source>
        <translation>答案没有写完</translation>
    </message>
    <message>
        <source>The answer could not be stored</source>
        <translation>答案未能存储</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Nobody knows why</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>Store again</source>
        <translation>再次存储</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Pick another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>It is kept here until the window closes, and tried again with your next question.</source>
        <translation>窗口关闭前答案会保留在这里，并在你下次提问时再次尝试存储。</translation>
    </message>
    <message>
        <source>Your question and what was written so far were kept.</source>
        <translation>你的问题和已写出的内容都已保留。</translation>
    </message>
    <message>
        <source>Your question was kept; nothing had been written yet.</source>
        <translation>你的问题已保留；尚未写出任何内容。</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close this card</source>
        <translation>关闭此卡片</translation>
    </message>
    <message>
        <source>Waits until another file is done</source>
        <translation>正在等待另一个文件完成</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>选择列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>{listed} of {total} samples</source>
        <translation>共 {total} 个样本，列出 {listed} 个</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉这个条件</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words of problems, chains of thought and answers; all of them must occur</source>
        <translation>问题、思维链和答案中的词；须全部出现</translation>
    </message>
    <message>
        <source>Search problems and chains of thought</source>
        <translation>搜索问题和思维链</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What the checker said of the answer</source>
        <translation>检查器对答案的判定</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who wrote the chain of thought</source>
        <translation>谁写的思维链</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>How hard the problem is</source>
        <translation>问题的难度</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What people said of the sample</source>
        <translation>人们对样本的评判</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>The family of problems, with its checker</source>
        <translation>题型及其检查器</translation>
    </message>
    <message>
        <source>Length, characters</source>
        <translation>长度（字符）</translation>
    </message>
    <message>
        <source>Shortest, characters</source>
        <translation>最短（字符）</translation>
    </message>
    <message>
        <source>Longest, characters</source>
        <translation>最长（字符）</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>FloatEdit</name>
    <message>
        <source>Write a number, such as 0.001 or 1e-3</source>
        <translation>请写数字，例如 0.001 或 1e-3</translation>
    </message>
</context>
<context>
    <name>FolderEdit</name>
    <message>
        <source>The usual place</source>
        <translation>通常位置</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln 项已更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>About: %1</source>
        <translation>关于：%1</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认：%1</translation>
    </message>
</context>
<context>
    <name>FunnelCard</name>
    <message>
        <source>List the samples of this run</source>
        <translation>列出本次运行的样本</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看它们</translation>
    </message>
</context>
<context>
    <name>FunnelFigures</name>
    <message>
        <source>took {time}</source>
        <translation>用时 {time}</translation>
    </message>
    <message>
        <source>{n} attempts a second</source>
        <translation>每秒 {n} 次尝试</translation>
    </message>
</context>
<context>
    <name>GenerateDialog</name>
    <message>
        <source>Generate samples</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <source>Who solves the problems</source>
        <translation>由谁解题</translation>
    </message>
    <message>
        <source>Model: sampled attempts, checked and filtered</source>
        <translation>模型：采样尝试，经检查和筛选</translation>
    </message>
    <message>
        <source>Which problems</source>
        <translation>哪些问题</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Solver: a program, every step worked out</source>
        <translation>求解器：由程序写出每个步骤</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>The model tries each problem; what its checker accepts is kept, every step.</source>
        <translation>模型尝试每个问题；检查器接受的答案连同每个步骤一起保留。</translation>
    </message>
    <message>
        <source>Exact solutions, quick to make, in the style that the starter learned from. No model is needed.</source>
        <translation>精确解答，生成很快，正是入门模型学习的写法。不需要模型。</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Only groups whose answers got different rewards teach anything</source>
        <translation>只有答案奖励不同的组才能教会模型东西</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>有对有错</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>全对</translation>
    </message>
    <message>
        <source>all wrong</source>
        <translation>全错</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>全部相同</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Follow this problem over the steps</source>
        <translation>在各步中跟踪这个问题</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown</source>
        <translation>
            <numerusform>还有 %Ln 个未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked in step:</source>
        <translation>在这些步中出现：</translation>
    </message>
    <message>
        <source>Asked in this step only</source>
        <translation>仅在这一步出现</translation>
    </message>
    <message>
        <source>reference: %1</source>
        <translation>参考答案：%1</translation>
    </message>
    <message>
        <source>{n} of {all} right</source>
        <translation>{all} 个中 {n} 个正确</translation>
    </message>
</context>
<context>
    <name>GuardLog</name>
    <message>
        <source>The guard&apos;s log</source>
        <translation>守卫日志</translation>
    </message>
    <message>
        <source>The guard watches every update for numbers that are none, missing rewards and a falling held-out accuracy. It had nothing to do so far.</source>
        <translation>守卫监视每次更新：非数值、缺失的奖励、下降的留出准确率。目前无需干预。</translation>
    </message>
</context>
<context>
    <name>GuardModel</name>
    <message>
        <source>{time}  Step {step}: {what}; {action}</source>
        <translation>{time}  第 {step} 步：{what}；{action}</translation>
    </message>
</context>
<context>
    <name>GuidelineCard</name>
    <message>
        <source>Guidelines</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
</context>
<context>
    <name>GuidelineDialog</name>
    <message>
        <source>Edit the guidelines</source>
        <translation>编辑准则</translation>
    </message>
    <message>
        <source>Every version is kept, and each label says which one it followed.</source>
        <translation>每个版本都会保留，每个标签都记录所依据的版本。</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>更早的版本</translation>
    </message>
    <message>
        <source>Version {n}, in force</source>
        <translation>第 {n} 版，现行</translation>
    </message>
    <message>
        <source>Version {n}, until {time}</source>
        <translation>第 {n} 版，用到 {time}</translation>
    </message>
    <message>
        <source>The usual text</source>
        <translation>默认文本</translation>
    </message>
</context>
<context>
    <name>HandDialog</name>
    <message>
        <source>What you typed is kept.</source>
        <translation>你输入的内容已保留。</translation>
    </message>
</context>
<context>
    <name>HandWork</name>
    <message>
        <source>Remove step {n}</source>
        <translation>移除第 {n} 步</translation>
    </message>
    <message>
        <source>Edit step {n}</source>
        <translation>编辑第 {n} 步</translation>
    </message>
    <message>
        <source>Write a chain of thought</source>
        <translation>写一条思维链</translation>
    </message>
    <message>
        <source>This data folder is open read-only: nothing can be stored</source>
        <translation>此数据文件夹以只读方式打开：无法存储任何内容</translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>How the run is doing</source>
        <translation>运行状况</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>No data yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 到 %2：%3</translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation>%1：暂无数据。</translation>
    </message>
    <message>
        <source>%1: %2 values, median %4, half of them from %3 to %5.</source>
        <translation>%1：%2 个值，中位数 %4，一半在 %3 到 %5 之间。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Add a model of the hub</source>
        <translation>添加 hub 模型</translation>
    </message>
    <message>
        <source>O1 Desk downloads nothing by itself. Models that another program downloaded into the usual cache are listed here.</source>
        <translation>O1 Desk 自身不下载任何内容。其他程序下载到常用缓存中的模型会列在这里。</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>这台机器上的模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>No model of the hub is on this machine yet</source>
        <translation>这台机器上还没有 hub 模型</translation>
    </message>
    <message>
        <source>A hub name looks like ORGANISATION/MODEL</source>
        <translation>hub 名称的形式为 ORGANISATION/MODEL</translation>
    </message>
    <message>
        <source>Not on this machine. To get it, run: {command}</source>
        <translation>不在这台机器上。要获取它，请运行：{command}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>One JSON object on each line: questions and answers, chats, or samples that O1 Desk exported. Bad lines are counted with their numbers; the rest is kept.</source>
        <translation>每行一个 JSON 对象：问答、对话，或 O1 Desk 导出的样本。坏行会连同行号计数，其余保留。</translation>
    </message>
    <message>
        <source>Beginning of the file</source>
        <translation>文件开头</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Give the dataset a name of letters or digits</source>
        <translation>请用字母或数字给数据集起名</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{size}; it begins with:</source>
        <translation>{size}；开头为：</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}</source>
        <translation>无法读取文件：{reason}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a sample to see its steps</source>
        <translation>选择一个样本查看其步骤</translation>
    </message>
    <message>
        <source>Show the text exactly as it was written</source>
        <translation>按原样显示文本</translation>
    </message>
    <message>
        <source>Copy the sample</source>
        <translation>复制样本</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reference answer</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>List every sample of its run</source>
        <translation>列出其运行的全部样本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>cut off by the length limit</source>
        <translation>因长度上限被截断</translation>
    </message>
    <message>
        <source>The address was copied; O1 Desk opens no links of samples</source>
        <translation>地址已复制；O1 Desk 不打开样本中的链接</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来历</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Judge its steps (Enter in the table)</source>
        <translation>评判它的步骤（表格中按 Enter）</translation>
    </message>
    <message>
        <source>All attempts</source>
        <translation>全部尝试</translation>
    </message>
    <message>
        <source>List every attempt at this problem</source>
        <translation>列出这个问题的全部尝试</translation>
    </message>
    <message>
        <source>Its run</source>
        <translation>所属运行</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>First error at step {n}: the rest is not judged</source>
        <translation>第 {n} 步首次出错：其余不再评判</translation>
    </message>
    <message>
        <source>{rated} of {n} steps rated</source>
        <translation>{n} 步中已评 {rated} 步</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close this card</source>
        <translation>关闭此卡片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Wait after the step in hand; memory is kept</source>
        <translation>做完手头这一步后等待；内存保留</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>End the pause</source>
        <translation>结束暂停</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Save and free the memory; the run can be resumed later</source>
        <translation>保存并释放内存；以后可以恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End after the step in hand; what is finished is kept</source>
        <translation>做完手头这一步后结束；已完成的保留</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>End the worker at once; what was saved is kept</source>
        <translation>立即结束工作进程；已保存的保留</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>从停下的地方继续</translation>
    </message>
    <message>
        <source>Try again with less</source>
        <translation>减小规模再试</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Show the folder of the run with its log</source>
        <translation>显示运行及其日志所在的文件夹</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln right</source>
        <translation>
            <numerusform>%Ln 个正确</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep as dataset</source>
        <translation>存为数据集</translation>
    </message>
    <message>
        <source>A dataset is frozen: what comes later does not change it, so that a run can be repeated.</source>
        <translation>数据集会被冻结：之后的内容不会改变它，以便运行可以重现。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>There is a dataset {name} already</source>
        <translation>已有名为 {name} 的数据集</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s) that are listed now</source>
        <translation>
            <numerusform>当前列出的 %Ln 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys of the Annotate page</source>
        <translation>标注页的按键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Keys, parted by commas; for example: 1, B, Shift+N</source>
        <translation>按键以逗号分隔，例如：1, B, Shift+N</translation>
    </message>
    <message>
        <source>%1 stays: every keyboard has digits and arrows. Give it to another action to move it.</source>
        <translation>%1 保持不变：每个键盘都有数字键和方向键。要改用它，请把它分配给其他动作。</translation>
    </message>
    <message>
        <source>{name} needs at least one key</source>
        <translation>“{name}”至少需要一个按键</translation>
    </message>
    <message>
        <source>%1 cannot be used: in the whole window it means: %2</source>
        <translation>不能使用 %1：它在整个窗口中表示：%2</translation>
    </message>
    <message>
        <source>{key} means both: {one}, {other}</source>
        <translation>{key} 同时用于：{one}、{other}</translation>
    </message>
    <message>
        <source>Move the keyboard on</source>
        <translation>移动键盘焦点</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Launching</name>
    <message>
        <source>Samples for a fine-tuning</source>
        <translation>用于微调的样本</translation>
    </message>
    <message>
        <source>The samples were not written</source>
        <translation>样本未能写出</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Rename a conversation</source>
        <translation>重命名对话</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>对话已删除</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>No data yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation>%1：暂无数据。</translation>
    </message>
    <message>
        <source>%1: %2; at %3.</source>
        <translation>%1：%2；位于 %3。</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
</context>
<context>
    <name>LiveFigures</name>
    <message>
        <source>This answer</source>
        <translation>这个答案</translation>
    </message>
    <message>
        <source>Speed now</source>
        <translation>当前速度</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>tok/s</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens of the thinking and of the answer, all chains</source>
        <translation>所有思维链的思考与答案 token 数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>From the question to the first token</source>
        <translation>从提问到首个 token 的时间</translation>
    </message>
    <message>
        <source>Between tokens</source>
        <translation>token 间隔</translation>
    </message>
    <message>
        <source>Tokens per second over the last second, by the times at which the model wrote them; in the first second, and for a shorter answer, over the time since its first token</source>
        <translation>最近一秒内每秒的 token 数，按模型写出的时刻计算；不足一秒时（包括更短的答案），按首个 token 以来的时间计算</translation>
    </message>
    <message>
        <source>Resident memory of the worker, read as an answer begins, once a second, and as it ends</source>
        <translation>工作进程的常驻内存，在答案开始时、每秒一次以及结束时读取</translation>
    </message>
    <message>
        <source>Median time from one token to the next; while it is written, the mean of the last second</source>
        <translation>相邻 token 间隔的中位数；书写过程中为最近一秒的平均值</translation>
    </message>
    <message>
        <source>Slowest 5 %</source>
        <translation>最慢 5 %</translation>
    </message>
    <message>
        <source>95th percentile of that time</source>
        <translation>该时间的第 95 百分位</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Tokens after the first over their time</source>
        <translation>首个 token 之后的 token 数除以所用时间</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>端到端</translation>
    </message>
    <message>
        <source>All tokens over the whole time</source>
        <translation>全部 token 除以总时间</translation>
    </message>
    <message>
        <source>Resident memory of the worker process; at the end, on a CUDA device, the most it held there</source>
        <translation>工作进程的常驻内存；使用 CUDA 设备时，结束后显示其显存峰值</translation>
    </message>
    <message>
        <source>Context used</source>
        <translation>已用上下文</translation>
    </message>
    <message>
        <source>Prompt and answer together, of what the model can hold; not told for a vote, whose chains stand side by side</source>
        <translation>提示与答案合计占模型容量的比例；投票时不显示，因为各条思维链并列生成</translation>
    </message>
    <message>
        <source>Appears while it answers</source>
        <translation>回答时出现</translation>
    </message>
    <message>
        <source>Too short to draw</source>
        <translation>太短，无法绘制</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>LoopCard</name>
    <message>
        <source>Run the loop</source>
        <translation>运行循环</translation>
    </message>
    <message>
        <source>Progress of the loop</source>
        <translation>循环进度</translation>
    </message>
    <message>
        <source>Generate, verify, train, and measure on problems never trained on (F5)</source>
        <translation>生成、验证、训练，并在从未训练过的问题上测量 (F5)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One button closes the loop: practice problems are solved and checked, the starter model learns from its own attempts, and its accuracy is measured on problems it never trained on, before and after.</source>
        <translation>一键完成整个循环：先解出并检查练习题，入门模型从自己的尝试中学习，并在从未训练过的问题上测量训练前后的准确率。</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>held-out problems</source>
        <translation>留出的问题</translation>
    </message>
    <message>
        <source>Accuracy while it trains</source>
        <translation>训练过程中的准确率</translation>
    </message>
    <message>
        <source>training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>Stop after the step in hand; every finished part is kept</source>
        <translation>做完手头这一步后停止；已完成的部分全部保留</translation>
    </message>
    <message>
        <source>Watch the training</source>
        <translation>观看训练</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>More time means more training; the measurement stays the same.</source>
        <translation>时间越长，训练越多；测量方式不变。</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>约 %Ln 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoopController</name>
    <message>
        <source>The whole loop</source>
        <translation>整个循环</translation>
    </message>
    <message>
        <source>The loop stopped on a bug: {what}</source>
        <translation>循环因程序错误停止：{what}</translation>
    </message>
    <message>
        <source>The loop is done: {before} before, {after} after</source>
        <translation>循环完成：之前 {before}，之后 {after}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This machine</source>
        <translation>这台机器</translation>
    </message>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} of {all} GiB memory free</source>
        <translation>内存可用 {free} / {all} GiB</translation>
    </message>
    <message>
        <source>{n} GiB disk free</source>
        <translation>磁盘可用 {n} GiB</translation>
    </message>
    <message>
        <source>{name}: {free} of {all} GiB free</source>
        <translation>{name}：可用 {free} / {all} GiB</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card found</source>
        <translation>未找到 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>The starter trains and answers here in minutes. Chat fits models of up to about {n} billion parameters at 8 bit.</source>
        <translation>入门模型在这里几分钟即可训练和回答。8 位精度下约可与 {n}B（十亿参数）以内的模型对话。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Still storing: the disk is slow, or another program has locked the database. What you did is kept and stored as soon as it can be.</source>
        <translation>仍在存储：磁盘较慢，或其他程序锁住了数据库。你的操作已保留，会尽快存入。</translation>
    </message>
    <message>
        <source>No page understands {name}; drop JSONL, GGUF or a model folder</source>
        <translation>没有页面能识别 {name}；请拖入 JSONL、GGUF 或模型文件夹</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>The measurement was cancelled</source>
        <translation>测量已取消</translation>
    </message>
</context>
<context>
    <name>MethodSwitch</name>
    <message>
        <source>The model tries each problem several times; answers that a checker finds right are made likelier (GRPO with a LoRA adapter).</source>
        <translation>模型对每个问题尝试多次；检查器认为正确的答案会变得更常见（GRPO 加 LoRA 适配器）。</translation>
    </message>
    <message>
        <source>The model learns to write like the samples you give it (a LoRA adapter). A good start before reinforcement learning.</source>
        <translation>模型学着像你给的样本那样写（LoRA 适配器）。适合作为强化学习之前的起点。</translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>Pick another model</source>
        <translation>换一个模型</translation>
    </message>
</context>
<context>
    <name>MixRow</name>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How often it is drawn, compared with the others</source>
        <translation>相对于其他环境被抽到的频率</translation>
    </message>
    <message>
        <source>Remove this environment</source>
        <translation>移除此环境</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>files are missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train an adapter on it; the model itself stays as it is</source>
        <translation>在它之上训练适配器；模型本身保持不变</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Trained adapters</source>
        <translation>训练好的适配器</translation>
    </message>
    <message>
        <source>Copy its reference</source>
        <translation>复制它的引用</translation>
    </message>
    <message>
        <source>Show it in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>更多：{name}</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Starter</source>
        <translation>入门模型</translation>
    </message>
    <message>
        <source>Pretend model</source>
        <translation>模拟模型</translation>
    </message>
    <message>
        <source>%1 + training %2</source>
        <translation>%1 + 训练 %2</translation>
    </message>
    <message>
        <source>%1 + training %2, step %3</source>
        <translation>%1 + 训练 %2，第 %3 步</translation>
    </message>
    <message>
        <source>held-out %1 %</source>
        <translation>留出 %1 %</translation>
    </message>
    <message>
        <source>held-out %1 %, best</source>
        <translation>留出 %1 %，最佳</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>from the hub</source>
        <translation>来自 hub</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>for trying things out</source>
        <translation>用于试用</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Browse for a folder…</source>
        <translation>浏览文件夹…</translation>
    </message>
    <message>
        <source>Browse for a GGUF file…</source>
        <translation>浏览 GGUF 文件…</translation>
    </message>
    <message>
        <source>The model %1 is not there; choose another</source>
        <translation>模型 %1 不存在；请换一个</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺失：%1</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>选择模型所在文件夹</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>选择 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 模型 (*.gguf)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Trained on %1</source>
        <translation>在 %1 上训练</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add a GGUF file</source>
        <translation>添加 GGUF 文件</translation>
    </message>
    <message>
        <source>Safetensors folders (Qwen, Llama and most others) and GGUF files; drop one on the window. Nothing is copied, and only these two safe formats are read. What lies in the folders models and exports of your data is listed by itself.</source>
        <translation>Safetensors 文件夹（Qwen、Llama 等大多数模型）和 GGUF 文件；拖到窗口上即可。不会复制任何文件，也只读取这两种安全格式。数据文件夹中 models 与 exports 里的内容会自动列出。</translation>
    </message>
    <message>
        <source>Add a model folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Add a model of the hub</source>
        <translation>添加 hub 模型</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>重新查找模型</translation>
    </message>
    <message>
        <source>Add a folder (Ctrl+O)</source>
        <translation>添加文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>From the hub</source>
        <translation>来自 hub</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>从列表移除 {name}</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>{name} holds no config.json with safetensors, and is no GGUF file</source>
        <translation>{name} 不含 config.json 与 safetensors，也不是 GGUF 文件</translation>
    </message>
    <message>
        <source>{name} is on the list</source>
        <translation>{name} 已加入列表</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes and flags</source>
        <translation>备注与标记</translation>
    </message>
    <message>
        <source>Note on this step</source>
        <translation>本步备注</translation>
    </message>
    <message>
        <source>Note on the whole</source>
        <translation>整体备注</translation>
    </message>
    <message>
        <source>Flag the problem</source>
        <translation>标记问题</translation>
    </message>
    <message>
        <source>Flag: {name}</source>
        <translation>标记：{name}</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%Ln run(s) stopped while the window was closed</source>
        <translation>
            <numerusform>窗口关闭期间有 %Ln 个运行停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Run the loop</source>
        <translation>运行循环</translation>
    </message>
    <message>
        <source>Cancel the loop</source>
        <translation>取消循环</translation>
    </message>
    <message>
        <source>Welcome to O1 Desk</source>
        <translation>欢迎使用 O1 Desk</translation>
    </message>
    <message>
        <source>This is the o1 loop: make chains of thought, train on them, think with them.</source>
        <translation>这就是 o1 循环：生成思维链、用它训练、用它思考。</translation>
    </message>
    <message>
        <source>A small starter model is included; press Run the loop to watch it get better.</source>
        <translation>自带一个小型入门模型；按“运行循环”看它变得更好。</translation>
    </message>
    <message>
        <source>Click any part to open it. Ctrl+K finds everything, ? shows the keys.</source>
        <translation>点击任一部分即可打开。Ctrl+K 可查找一切，? 显示按键。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>还没有答案</translation>
    </message>
    <message>
        <source>{n} tokens/s, last answer</source>
        <translation>{n} token/秒，最近的答案</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from files and chats</source>
        <translation>
            <numerusform>%Ln 个来自文件和对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>starter included</source>
        <translation>自带入门模型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln families of problems</source>
        <translation>
            <numerusform>%Ln 类问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reward(s) to mix</source>
        <translation>
            <numerusform>%Ln 种奖励可组合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trained adapter(s)</source>
        <translation>
            <numerusform>%Ln 个训练好的适配器</numerusform>
        </translation>
    </message>
    <message>
        <source>single chain or vote of up to 16</source>
        <translation>单链或最多 16 条投票</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>{samples} chains of thought for {problems} problems; feeds the RL environment</source>
        <translation>{problems} 个问题的 {samples} 条思维链；供给强化学习环境</translation>
    </message>
    <message>
        <source>at work: {title}</source>
        <translation>正在工作：{title}</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>正在工作</translation>
    </message>
    <message>
        <source>GRPO with LoRA, at rest</source>
        <translation>GRPO 加 LoRA，空闲</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type a command, a page, a run, a model</source>
        <translation>输入命令、页面、运行或模型</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation>没有叫这个名字的</translation>
    </message>
</context>
<context>
    <name>PickerPopup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配项</translation>
    </message>
</context>
<context>
    <name>PlainText</name>
    <message>
        <source>Show invisible characters</source>
        <translation>显示不可见字符</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Before it starts</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Make two real steps in a folder that is thrown away (Ctrl+M)</source>
        <translation>在用后即弃的文件夹里实际走两步 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start the training (Ctrl+Return)</source>
        <translation>开始训练 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Go to the value that cannot be used</source>
        <translation>转到不可用的值</translation>
    </message>
    <message>
        <source>Progress of the preparation</source>
        <translation>准备进度</translation>
    </message>
    <message>
        <source>Two real steps tell time and memory; nothing of them is kept.</source>
        <translation>实际走两步即可得知时间和内存；不保留任何内容。</translation>
    </message>
    <message>
        <source>Measuring: {phase}</source>
        <translation>正在测量：{phase}</translation>
    </message>
    <message>
        <source>the model is loaded</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Measured by {n} real steps.</source>
        <translation>由 {n} 个实际步骤测得。</translation>
    </message>
    <message>
        <source>The form has changed since it was measured.</source>
        <translation>测量之后表单有改动。</translation>
    </message>
    <message>
        <source>Samples are read</source>
        <translation>正在读取样本</translation>
    </message>
    <message>
        <source>Solvers write samples: {done} of {total}</source>
        <translation>求解器正在写样本：{done} / {total}</translation>
    </message>
</context>
<context>
    <name>PresetsRow</name>
    <message>
        <source>Your own settings; a preset replaces those below, not what is practised.</source>
        <translation>你自己的设置；预设会替换下方设置，但不改变练习内容。</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Keys rate</source>
        <translation>按键即评分</translation>
    </message>
    <message>
        <source>Single keys rate. In a text field they write instead.</source>
        <translation>单个按键用于评分；在文本框中则用于输入。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>正在输入</translation>
    </message>
    <message>
        <source>A field has the keys. Escape goes back to rating.</source>
        <translation>按键属于某个文本框。按 Esc 返回评分。</translation>
    </message>
    <message>
        <source>Keys rest</source>
        <translation>按键休息</translation>
    </message>
    <message>
        <source>Something outside the page has the keys. Click on a step to rate.</source>
        <translation>按键属于页面之外。点击某个步骤即可评分。</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Your progress</source>
        <translation>你的进度</translation>
    </message>
    <message>
        <source>Whole answers that you and the checker both judged right or wrong</source>
        <translation>你与检查器都判为正确或错误的整体答案</translation>
    </message>
    <message>
        <source>How your ratings are spread</source>
        <translation>你的评分分布</translation>
    </message>
    <message>
        <source>Nothing rated yet. Each key is stored when it comes up.</source>
        <translation>尚未评分。每个按键抬起时即已存储。</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 个</translation>
    </message>
    <message>
        <source>Today {labels} on {samples}</source>
        <translation>今天 {labels}，涉及 {samples}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} for each label</source>
        <translation>每个标签 {time}</translation>
    </message>
    <message>
        <source>The checker agrees with {share} of {n}</source>
        <translation>检查器与 {n} 中的 {share} 一致</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Family of problems</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>What the checker says</source>
        <translation>检查器的判定</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>队列中的位置</translation>
    </message>
    <message>
        <source>{at} of {n}</source>
        <translation>{at} / {n}</translation>
    </message>
    <message>
        <source>All families</source>
        <translation>全部题型</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>任意判定</translation>
    </message>
</context>
<context>
    <name>RateStrip</name>
    <message>
        <source>Live strip</source>
        <translation>实时曲线</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation>%1：暂无数据。</translation>
    </message>
    <message>
        <source>%1: %2 now, at most %3.</source>
        <translation>%1：当前 %2，最高 %3。</translation>
    </message>
    <message>
        <source>%1 · max %2</source>
        <translation>%1 · 最高 %2</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>What follows the first error is not judged; Settings can change that</source>
        <translation>第一个错误之后的步骤不再评分；可在设置中更改</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中立</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Rate step {n} as {word}</source>
        <translation>将第 {n} 步评为{word}</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Rate the whole as {word}</source>
        <translation>将整体评为{word}</translation>
    </message>
    <message>
        <source>The checker suggests nothing here</source>
        <translation>检查器在此没有建议</translation>
    </message>
    <message>
        <source>Rate the rest as neutral</source>
        <translation>将其余步骤评为中立</translation>
    </message>
    <message>
        <source>Take back the rating of step {n}</source>
        <translation>撤回第 {n} 步的评分</translation>
    </message>
    <message>
        <source>Take back the rating of the whole</source>
        <translation>撤回整体的评分</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>Write a note on {where}</source>
        <translation>为{where}写备注</translation>
    </message>
    <message>
        <source>Flag: {name}</source>
        <translation>标记：{name}</translation>
    </message>
    <message>
        <source>Take back the flag: {name}</source>
        <translation>撤回标记：{name}</translation>
    </message>
    <message>
        <source>This data folder is open read-only: nothing can be stored</source>
        <translation>此数据文件夹以只读方式打开：无法存储任何内容</translation>
    </message>
</context>
<context>
    <name>RatingCard</name>
    <message>
        <source>Step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>No steps</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>整体</translation>
    </message>
</context>
<context>
    <name>RatingStrip</name>
    <message>
        <source>Ratings of the steps</source>
        <translation>各步骤的评分</translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message>
        <source>The answer is now a sample to annotate</source>
        <translation>该答案已成为可标注的样本</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>O1 Desk ended while this answer was written</source>
        <translation>写这个答案时 O1 Desk 结束了</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>What the last loop came to</source>
        <translation>上次循环的结果</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>After training</source>
        <translation>训练后</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95 % 区间 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Wilson interval: had other problems of the same kind been drawn, the rate would lie in here 95 times out of 100.</source>
        <translation>Wilson 区间：若换成同类的其他问题，100 次中约有 95 次比率落在此区间内。</translation>
    </message>
    <message>
        <source>Measured on {n} problems that were kept aside, one sampled answer each.</source>
        <translation>在 {n} 道留出的问题上测量，每题采样一个答案。</translation>
    </message>
    <message>
        <source>The intervals do not overlap: the gain is real.</source>
        <translation>两个区间不重叠：提升是真实的。</translation>
    </message>
    <message>
        <source>The intervals do not overlap: the model got worse.</source>
        <translation>两个区间不重叠：模型变差了。</translation>
    </message>
    <message>
        <source>The intervals overlap: run it longer to be sure of a change.</source>
        <translation>两个区间重叠：运行更久才能确认变化。</translation>
    </message>
    <message>
        <source>Accuracy against training</source>
        <translation>准确率与训练步数</translation>
    </message>
    <message>
        <source>training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>held-out problems</source>
        <translation>留出的问题</translation>
    </message>
    <message>
        <source>The training was too short to be measured on the way</source>
        <translation>训练时间太短，途中没有测量</translation>
    </message>
    <message>
        <source>Accuracy against thinking at answer time</source>
        <translation>准确率与回答时的思考量</translation>
    </message>
    <message>
        <source>chains sampled, majority vote</source>
        <translation>采样的思维链条数，多数投票</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Chat with the trained model</source>
        <translation>与训练后的模型对话</translation>
    </message>
    <message>
        <source>See the training run</source>
        <translation>查看训练运行</translation>
    </message>
    <message>
        <source>See its answers</source>
        <translation>查看它的答案</translation>
    </message>
    <message>
        <source>By environment</source>
        <translation>按环境</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Measured on {n} held-out problems, one sampled answer each.</source>
        <translation>在 {n} 道留出问题上测量，每题采样一个答案。</translation>
    </message>
    <message>
        <source>The intervals overlap: it may be luck; train or measure longer.</source>
        <translation>区间重叠：可能是运气；请训练或测量更久。</translation>
    </message>
    <message>
        <source>The intervals lie apart: the gain is real.</source>
        <translation>区间分离：提升是真实的。</translation>
    </message>
    <message>
        <source>The intervals lie apart: it really got worse.</source>
        <translation>区间分离：确实变差了。</translation>
    </message>
    <message>
        <source>Best was step {n} with {rate}.</source>
        <translation>最佳为第 {n} 步，{rate}。</translation>
    </message>
</context>
<context>
    <name>ResultDetails</name>
    <message>
        <source>What the guard did</source>
        <translation>守卫做了什么</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>还有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RewardCard</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight of: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>Its score is multiplied by this; below 0 it is a punishment</source>
        <translation>它的得分乘以此值；小于 0 则为惩罚</translation>
    </message>
</context>
<context>
    <name>RewardMix</name>
    <message>
        <source>Add reward</source>
        <translation>添加奖励</translation>
    </message>
    <message>
        <source>There is no reward called %1; it was left out</source>
        <translation>没有名为 %1 的奖励；已忽略</translation>
    </message>
    <message>
        <source>Nothing is rewarded yet; add a reward</source>
        <translation>尚未奖励任何内容；请添加奖励</translation>
    </message>
</context>
<context>
    <name>RolloutBrowser</name>
    <message>
        <source>Groups of the step</source>
        <translation>该步的各组</translation>
    </message>
    <message>
        <source>Every answer that reinforcement learning samples is shown here, with its reward and what was learned from it. The first ones come with the first step.</source>
        <translation>强化学习采样的每个答案都显示在这里，连同其奖励和学到的内容。第一步完成后出现第一批。</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message numerus="yes">
        <source>Remove %Ln run(s)</source>
        <translation>
            <numerusform>移除 %Ln 个运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>The model that the run started from</source>
        <translation>运行的起始模型</translation>
    </message>
    <message>
        <source>Saving and stopping</source>
        <translation>正在保存并停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>{time} at work</source>
        <translation>已工作 {time}</translation>
    </message>
    <message>
        <source>last checkpoint at step {n}</source>
        <translation>最后的检查点在第 {n} 步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Wait after the step in hand; memory is kept (Ctrl+P)</source>
        <translation>做完手头这一步后等待；内存保留 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>End the pause (Ctrl+P)</source>
        <translation>结束暂停 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Save a checkpoint and free the memory; the run can be resumed later</source>
        <translation>保存检查点并释放内存；以后可以继续运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End after the step in hand; the last checkpoint is kept</source>
        <translation>做完手头这一步后结束；保留最后的检查点</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>End the worker at once; the last checkpoint is kept</source>
        <translation>立即结束工作进程；保留最后的检查点</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Put these settings into the form of a new run</source>
        <translation>把这些设置填入新运行的表单</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>A new run that starts from this one&apos;s best adapter</source>
        <translation>以本次最佳适配器为起点的新运行</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Configuration, events, answers, checkpoints and log of this run</source>
        <translation>本次运行的配置、事件、答案、检查点和日志</translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Chat with the best adapter of this run</source>
        <translation>用本次运行的最佳适配器对话</translation>
    </message>
</context>
<context>
    <name>RunNotes</name>
    <message>
        <source>What this run was for</source>
        <translation>这次运行的目的</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>RunSide</name>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation>现在问它</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>守卫</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Guard ({n})</source>
        <translation>守卫 ({n})</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>No run is shown. Start one, or open one that ran before.</source>
        <translation>没有显示运行。请开始一个，或打开以前的运行。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Practised</source>
        <translation>练习内容</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Best held-out</source>
        <translation>最佳留出准确率</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{rate} at step {n}</source>
        <translation>{rate}，第 {n} 步</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Charts, answers, log (Return)</source>
        <translation>图表、答案、日志 (Return)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Select two to five runs</source>
        <translation>选择两到五个运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Put the settings into the form</source>
        <translation>把设置填入表单</translation>
    </message>
    <message>
        <source>Chat with this</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Chat with its best adapter</source>
        <translation>与其最佳适配器对话</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it from the list; its folder stays, and undo brings it back</source>
        <translation>从列表移除；文件夹保留，可撤销</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>There is no such run. A run stays here with its charts and answers.</source>
        <translation>没有这样的运行。运行会连同图表和答案留在这里。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
</context>
<context>
    <name>SampleCopies</name>
    <message>
        <source>Copy problem and text, exactly as written</source>
        <translation>按原样复制问题和文本</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制答案</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>SampleList</name>
    <message>
        <source>No samples yet. Let the solver write some with every step worked out, or drop a JSONL file of questions and answers on the window.</source>
        <translation>还没有样本。让求解器写出带完整步骤的样本，或把问答 JSONL 文件拖到窗口上。</translation>
    </message>
    <message>
        <source>Generate samples</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <source>Make 20 sample problems now</source>
        <translation>现在生成 20 道示例题</translation>
    </message>
    <message>
        <source>No sample passes these filters.</source>
        <translation>没有样本符合这些筛选条件。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>SampleSource</name>
    <message>
        <source>Solutions written by the solvers</source>
        <translation>求解器写的解答</translation>
    </message>
    <message>
        <source>A program solves problems of the environments below, every step written out</source>
        <translation>由程序解答下列环境的问题，写出每个步骤</translation>
    </message>
    <message>
        <source>A data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The samples of a named selection from the Data page</source>
        <translation>“数据”页中命名选集的样本</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Make one on the Data page</source>
        <translation>在“数据”页创建一个</translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation>{n} 个样本</translation>
    </message>
    <message>
        <source>There is no data set with answers yet.</source>
        <translation>还没有带答案的数据集。</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>SamplingPopup</name>
    <message>
        <source>How tokens are drawn</source>
        <translation>token 如何抽取</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个 token</translation>
    </message>
    <message>
        <source>Leave earlier thinking out of the context</source>
        <translation>上下文中不含之前的思考</translation>
    </message>
    <message>
        <source>Each question on its own, without earlier messages</source>
        <translation>每个问题单独回答，不带之前的消息</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How adventurous the sampling is: 0 takes the likeliest token every time</source>
        <translation>采样的大胆程度：0 每次取最可能的 token</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>Thinking and answer together may not be longer than this</source>
        <translation>思考与答案合计不得超过此长度</translation>
    </message>
    <message>
        <source>The starter was trained on single questions; earlier messages confuse it</source>
        <translation>入门模型只用单个问题训练过；之前的消息会干扰它</translation>
    </message>
    <message>
        <source>The model then reads earlier answers, not how it came to them</source>
        <translation>模型会读到之前的答案，而不是得出答案的过程</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>已存筛选</translation>
    </message>
    <message>
        <source>Save the filter %1</source>
        <translation>保存筛选 %1</translation>
    </message>
    <message>
        <source>Replace the filter %1</source>
        <translation>替换筛选 %1</translation>
    </message>
    <message>
        <source>Forget the filter %1</source>
        <translation>删除筛选 %1</translation>
    </message>
    <message>
        <source>The filter %1 was saved anew since and stays as it is</source>
        <translation>筛选 %1 之后又重新保存过，因此保持不变</translation>
    </message>
    <message>
        <source>Save the present filter…</source>
        <translation>保存当前筛选…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选名称</translation>
    </message>
</context>
<context>
    <name>ScatterChart</name>
    <message>
        <source>No data yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4</source>
        <translation>%1：%3 %4 处为 %2</translation>
    </message>
    <message>
        <source>%1: no data yet.</source>
        <translation>%1：暂无数据。</translation>
    </message>
    <message>
        <source>%1: %2 points; highest is %3.</source>
        <translation>%1：%2 个点；最高 %3。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>This data folder is open read-only: nothing in it can be changed</source>
        <translation>此数据文件夹以只读方式打开：无法更改任何内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Default of: {name}</source>
        <translation>恢复默认：{name}</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>Not the default</source>
        <translation>不是默认值</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>No setting is called so.</source>
        <translation>没有这样的设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Copy the report about this machine</source>
        <translation>复制本机报告</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Solving {count} problems</source>
        <translation>正在解 {count} 道题</translation>
    </message>
    <message>
        <source>A model answers {count} problems</source>
        <translation>模型正在回答 {count} 道题</translation>
    </message>
    <message>
        <source>Generating for {count} problems</source>
        <translation>正在为 {count} 道题生成</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message numerus="yes">
        <source>{name} keeps %Ln sample(s)</source>
        <translation>
            <numerusform>{name} 保留 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show this job</source>
        <translation>显示此任务</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>Memory of this machine that is free now, and all of it</source>
        <translation>本机目前可用的内存和总内存</translation>
    </message>
    <message>
        <source>Open the data folder: database, runs, backups</source>
        <translation>打开数据文件夹：数据库、运行、备份</translation>
    </message>
    <message>
        <source>{free} of {total} GiB free</source>
        <translation>可用 {free} / {total} GiB</translation>
    </message>
</context>
<context>
    <name>StepCards</name>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all {count} characters</source>
        <translation>显示全部 {count} 个字符</translation>
    </message>
    <message>
        <source>{count} tok</source>
        <translation>{count} tok</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Steps of the thinking</source>
        <translation>思考的步骤</translation>
    </message>
    <message>
        <source>Copy step</source>
        <translation>复制步骤</translation>
    </message>
    <message>
        <source>Copy all steps</source>
        <translation>复制全部步骤</translation>
    </message>
    <message>
        <source>Fold all steps</source>
        <translation>折叠全部步骤</translation>
    </message>
    <message>
        <source>Unfold all steps</source>
        <translation>展开全部步骤</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Step {number}, being written</source>
        <translation>第 {number} 步，正在书写</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中立</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>差</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>StepSlider</name>
    <message>
        <source>Training step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show the newest step as soon as it is there</source>
        <translation>一有新步骤就显示最新的</translation>
    </message>
    <message>
        <source>Earlier step</source>
        <translation>更早一步</translation>
    </message>
    <message>
        <source>Later step</source>
        <translation>更晚一步</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
</context>
<context>
    <name>ThinkingBlock</name>
    <message>
        <source>Stopped by you</source>
        <translation>由你停止</translation>
    </message>
    <message>
        <source>Hide the thinking</source>
        <translation>隐藏思考</translation>
    </message>
</context>
<context>
    <name>ThinkingHeader</name>
    <message>
        <source>Thinking {time}</source>
        <translation>思考中 {time}</translation>
    </message>
    <message>
        <source>Thinking stopped</source>
        <translation>思考已停止</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考内容</translation>
    </message>
    <message>
        <source>Stopped after {time}</source>
        <translation>{time} 后停止</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>思考了 {time}</translation>
    </message>
    <message>
        <source>{count} tok</source>
        <translation>{count} tok</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Hides the thinking</source>
        <translation>隐藏思考</translation>
    </message>
    <message>
        <source>Shows the thinking</source>
        <translation>显示思考</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline of the steps</source>
        <translation>步骤时间线</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
</context>
<context>
    <name>ToastFrame</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Write a chain of thought by hand, on the Annotate page</source>
        <translation>在“标注”页手写一条思维链</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Keep as dataset</source>
        <translation>存为数据集</translation>
    </message>
</context>
<context>
    <name>TrainController</name>
    <message>
        <source>{title}: {state}</source>
        <translation>{title}：{state}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Step {n}: {what}</source>
        <translation>第 {n} 步：{what}</translation>
    </message>
</context>
<context>
    <name>TrainForm</name>
    <message>
        <source>Base model or adapter</source>
        <translation>基础模型或适配器</translation>
    </message>
    <message>
        <source>What to train</source>
        <translation>训练什么</translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation>从什么学习</translation>
    </message>
    <message>
        <source>What to practise</source>
        <translation>练习什么</translation>
    </message>
    <message>
        <source>What is rewarded</source>
        <translation>奖励什么</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Measure time and memory</source>
        <translation>测量时间和内存</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Suspend the training</source>
        <translation>挂起训练</translation>
    </message>
    <message>
        <source>Cancel the training</source>
        <translation>取消训练</translation>
    </message>
    <message>
        <source>Resume the shown run</source>
        <translation>恢复所示运行</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>显示本次运行</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>显示全部运行</translation>
    </message>
    <message>
        <source>Compare the selected runs</source>
        <translation>比较所选运行</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show earlier messages (%1 more)</source>
        <translation>显示更早的消息（还有 %1 条）</translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation>显示更早的消息</translation>
    </message>
    <message>
        <source>↓ New text</source>
        <translation>↓ 新内容</translation>
    </message>
    <message>
        <source>Go to the end and follow it</source>
        <translation>跳到末尾并跟随</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show O1 Desk</source>
        <translation>显示 O1 Desk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>worker.log of this run</source>
        <translation>本次运行的 worker.log</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>The worker crashed</source>
        <translation>工作进程崩溃</translation>
    </message>
    <message>
        <source>Everything written before was kept.</source>
        <translation>之前写入的内容都已保留。</translation>
    </message>
    <message>
        <source>There is no checkpoint yet; the charts and answers were kept.</source>
        <translation>还没有检查点；图表和答案已保留。</translation>
    </message>
    <message>
        <source>Kept: charts, answers, and the checkpoint of step {n}.</source>
        <translation>已保留：图表、答案和第 {n} 步的检查点。</translation>
    </message>
    <message>
        <source>Try again with {less}</source>
        <translation>以 {less} 再试一次</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The data folder could not be opened</source>
        <translation>无法打开数据文件夹</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open read-only, to look and export</source>
        <translation>以只读方式打开，可查看和导出</translation>
    </message>
    <message>
        <source>Choose another data folder</source>
        <translation>选择其他数据文件夹</translation>
    </message>
    <message>
        <source>Restore the backup {name}</source>
        <translation>恢复备份 {name}</translation>
    </message>
    <message>
        <source>Start with an empty database</source>
        <translation>从空数据库开始</translation>
    </message>
    <message>
        <source>The damaged files stay in the folder &apos;damaged&apos;</source>
        <translation>损坏的文件保留在 damaged 文件夹中</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
</context>
<context>
    <name>TroubleStrip</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This data folder is open read-only: everything can be read, nothing can be rated.</source>
        <translation>此数据文件夹以只读方式打开：一切可读，无法评分。</translation>
    </message>
    <message numerus="yes">
        <source>Not on disk yet: %Ln label(s).</source>
        <translation>
            <numerusform>尚未写入磁盘：%Ln 个标签。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unanswered</name>
    <message>
        <source>This question has no answer yet</source>
        <translation>这个问题还没有答案</translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation>现在问它</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Edit and ask again as a new branch</source>
        <translation>编辑后作为新分支再问</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
    <message>
        <source>Copy the question</source>
        <translation>复制问题</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>编辑后再问</translation>
    </message>
</context>
<context>
    <name>ValueList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>还有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Ask, and watch the model think</source>
        <translation>提问，看模型思考</translation>
    </message>
    <message>
        <source>Every step of the thinking is shown with its tokens and its time. Everything is stored on this computer only.</source>
        <translation>思考的每一步都显示 token 数和用时。一切只存储在这台电脑上。</translation>
    </message>
    <message>
        <source>Ask this now</source>
        <translation>现在就问</translation>
    </message>
    <message>
        <source>Welcome to O1 Desk</source>
        <translation>欢迎使用 O1 Desk</translation>
    </message>
    <message>
        <source>Teach a model to think, on this computer: generate, label, train, chat.</source>
        <translation>在这台电脑上教模型思考：生成、标注、训练、对话。</translation>
    </message>
    <message>
        <source>Everything stays in one folder on your disk; nothing is sent anywhere.</source>
        <translation>一切都在你磁盘上的一个文件夹里；不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Opening your data folder</source>
        <translation>正在打开数据文件夹</translation>
    </message>
    <message>
        <source>Still opening your data folder: a long check, a slow disk, or another program that has locked the database</source>
        <translation>仍在打开数据文件夹：检查较久、磁盘较慢，或其他程序锁住了数据库</translation>
    </message>
</context>
<context>
    <name>WordingEditor</name>
    <message>
        <source>New wording of the question</source>
        <translation>问题的新措辞</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>等答案写完，或停止它</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write a chain of thought</source>
        <translation>写一条思维链</translation>
    </message>
    <message>
        <source>One step on each line</source>
        <translation>每行一个步骤</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reference answer, if you know it</source>
        <translation>参考答案（如果知道）</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Empty all</source>
        <translation>全部清空</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer equals the reference</source>
        <translation>答案与参考一致</translation>
    </message>
    <message>
        <source>The answer differs from the reference</source>
        <translation>答案与参考不同</translation>
    </message>
    <message>
        <source>The answer cannot be compared</source>
        <translation>答案无法比较</translation>
    </message>
    <message>
        <source>What you had typed here is back.</source>
        <translation>你之前输入的内容已恢复。</translation>
    </message>
    <message>
        <source>A problem, at least one step and an answer are needed</source>
        <translation>需要问题、至少一个步骤和答案</translation>
    </message>
</context>
<context>
    <name>ZoomChart</name>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>_AnswerCard</name>
    <message>
        <source>Waiting for the end of the step…</source>
        <translation>等待这一步结束…</translation>
    </message>
    <message>
        <source>after step {n}</source>
        <translation>第 {n} 步之后</translation>
    </message>
    <message>
        <source>It came to no answer.</source>
        <translation>没有得出答案。</translation>
    </message>
</context>
<context>
    <name>_Figure</name>
    <message>
        <source>{what}, step {n}</source>
        <translation>{what}，第 {n} 步</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>annotate</name>
    <message>
        <source>Step is wrong</source>
        <translation>步骤错误</translation>
    </message>
    <message>
        <source>Step is neutral</source>
        <translation>步骤中立</translation>
    </message>
    <message>
        <source>Step is right</source>
        <translation>步骤正确</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step without a rating</source>
        <translation>下一个未评分的步骤</translation>
    </message>
    <message>
        <source>All steps from here are neutral</source>
        <translation>从这里起全部中立</translation>
    </message>
    <message>
        <source>Take the rating back</source>
        <translation>撤回评分</translation>
    </message>
    <message>
        <source>Show all of a long step, or less</source>
        <translation>展开或收起长步骤</translation>
    </message>
    <message>
        <source>The whole is wrong</source>
        <translation>整体错误</translation>
    </message>
    <message>
        <source>The whole is right</source>
        <translation>整体正确</translation>
    </message>
    <message>
        <source>The whole: not sure</source>
        <translation>整体：不确定</translation>
    </message>
    <message>
        <source>Accept what the checker says</source>
        <translation>接受检查器的判定</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Flag the problem</source>
        <translation>标记问题</translation>
    </message>
    <message>
        <source>Edit the step</source>
        <translation>编辑步骤</translation>
    </message>
    <message>
        <source>Write a chain by hand</source>
        <translation>手写一条思维链</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Not labelled yet</source>
        <translation>尚未标注</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Review mine</source>
        <translation>复查我的</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>bad problem</source>
        <translation>问题有误</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>✓ Right: true, and it brings the answer closer.</source>
        <translation>✓ 正确：内容属实，并且更接近答案。</translation>
    </message>
    <message>
        <source>? Neutral: true but of no help, or you cannot tell.</source>
        <translation>? 中立：属实但没有帮助，或无法判断。</translation>
    </message>
    <message>
        <source>✗ Wrong: false, or it leads away from the answer.</source>
        <translation>✗ 错误：内容不实，或偏离答案。</translation>
    </message>
    <message>
        <source>What follows a wrong step is not judged: it stands on sand.</source>
        <translation>错误步骤之后的内容不再评判：它建立在沙滩上。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>中立</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep (Ctrl+Enter)</source>
        <translation>保留 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>certainty</name>
    <message>
        <source>mean entropy {nats} nats</source>
        <translation>平均熵 {nats} nat</translation>
    </message>
    <message>
        <source>mean log-probability {nats} nats</source>
        <translation>平均对数概率 {nats} nat</translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>Waits for the answer in another chat</source>
        <translation>正在等待另一个对话的答案</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Reading the question</source>
        <translation>正在读取问题</translation>
    </message>
    <message>
        <source>Drawing the other %1 chains for the vote</source>
        <translation>正在为投票抽取其余 %1 条思维链</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped by you; what was written is kept</source>
        <translation>由你停止；已写内容保留</translation>
    </message>
    <message>
        <source>Stopped by you before anything was written</source>
        <translation>在写出任何内容之前由你停止</translation>
    </message>
    <message>
        <source>Cut at the longest answer of %1 tokens; raise it above and ask again</source>
        <translation>在最长答案 %1 个 token 处截断；可在上方调大后再问</translation>
    </message>
    <message>
        <source>The chat is long: its first %1 messages were not sent along</source>
        <translation>对话很长：最前面的 %1 条消息没有一并发送</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>等待了 %1</translation>
    </message>
    <message>
        <source>Time before the model could begin: earlier questions and opening the model</source>
        <translation>模型能够开始之前的时间：之前的问题和打开模型</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Decode speed: tokens after the first, over the time after the first</source>
        <translation>解码速度：首个 token 之后的 token 数除以之后的时间</translation>
    </message>
    <message>
        <source>Time to first token: from the question to the first token</source>
        <translation>首个 token 时间：从提问到首个 token</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个 token %1</translation>
    </message>
    <message>
        <source>Reading speed: the %1 tokens of the prompt over the time to first token</source>
        <translation>读取速度：提示的 %1 个 token 除以首个 token 时间</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>提示 %1</translation>
    </message>
    <message>
        <source>%1 + %2 tokens</source>
        <translation>%1 + %2 个 token</translation>
    </message>
    <message>
        <source>Tokens of the thinking + tokens of the answer</source>
        <translation>思考的 token + 答案的 token</translation>
    </message>
    <message>
        <source>Tokens of thinking + answers, all %1 chains together</source>
        <translation>全部 %1 条思维链的思考与答案 token</translation>
    </message>
    <message>
        <source>%1 tokens of earlier thinking were left out of the context</source>
        <translation>上下文中省去了 %1 个之前思考的 token</translation>
    </message>
    <message>
        <source>Prompt and answer together, of the %1 tokens the model can hold</source>
        <translation>提示与答案合计占模型容量（%1 个 token）的比例</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>上下文 %1</translation>
    </message>
    <message>
        <source>Wall time of the answer</source>
        <translation>答案的总用时</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Theme: follow the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Find a command, page, run or model</source>
        <translation>查找命令、页面、运行或模型</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部按键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>configs</name>
    <message>
        <source>Rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Size of the adapter: larger learns more and needs more memory.</source>
        <translation>适配器的大小：越大学得越多，也越占内存。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Strength of the adapter: its change is multiplied by alpha / rank.</source>
        <translation>适配器的强度：其改变量乘以 alpha / 秩。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Linear layers of the model that get an adapter.</source>
        <translation>模型中获得适配器的线性层。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The starter, a folder or a GGUF file, with or without an adapter trained on it.</source>
        <translation>入门模型、文件夹或 GGUF 文件，可带在其上训练的适配器。</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>What is practised.</source>
        <translation>练习的内容。</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>What is rewarded.</source>
        <translation>奖励的内容。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How often the adapter is updated.</source>
        <translation>适配器更新的次数。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>Stop after this long; 0 has no limit.</source>
        <translation>到此时长后停止；0 表示不限。</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Problems per step</source>
        <translation>每步问题数</translation>
    </message>
    <message>
        <source>Different problems tried before each update.</source>
        <translation>每次更新前尝试的不同问题数。</translation>
    </message>
    <message>
        <source>Answers per problem</source>
        <translation>每题答案数</translation>
    </message>
    <message>
        <source>Answers to the same problem that are compared with each other.</source>
        <translation>同一问题相互比较的答案数。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>Answers that reach this length, thinking included, are cut off.</source>
        <translation>达到此长度（含思考）的答案会被截断。</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 1 leaves the model as it is.</source>
        <translation>采样的大胆程度；1 保持模型原样。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How large each update is; too large makes the model forget.</source>
        <translation>每次更新的幅度；过大会让模型遗忘。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Steps over which the learning rate grows from 0 to its full value.</source>
        <translation>学习率从 0 升到完整值所用的步数。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls the adapter towards zero at each update; 0 leaves it alone.</source>
        <translation>每次更新把适配器拉向零；0 表示不拉。</translation>
    </message>
    <message>
        <source>Passes per rollout</source>
        <translation>每批轮数</translation>
    </message>
    <message>
        <source>Updates made from each batch of answers.</source>
        <translation>每批答案所做的更新次数。</translation>
    </message>
    <message>
        <source>Length handling</source>
        <translation>长度处理</translation>
    </message>
    <message>
        <source>How long and short answers share the loss.</source>
        <translation>长短答案如何分担损失。</translation>
    </message>
    <message>
        <source>Advantage scale</source>
        <translation>优势缩放</translation>
    </message>
    <message>
        <source>What the lead of an answer over its group is divided by.</source>
        <translation>答案相对本组的领先除以什么。</translation>
    </message>
    <message>
        <source>Lower clip</source>
        <translation>下裁剪</translation>
    </message>
    <message>
        <source>How far one update may make a token less likely.</source>
        <translation>一次更新最多让某个 token 变得多不可能。</translation>
    </message>
    <message>
        <source>Upper clip</source>
        <translation>上裁剪</translation>
    </message>
    <message>
        <source>How far one update may make a token more likely; room keeps rare tokens alive (DAPO).</source>
        <translation>一次更新最多让某个 token 变得多可能；留有余地让罕见 token 存活 (DAPO)。</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>Pull towards the model without adapter (k3); 0 switches it off.</source>
        <translation>拉向无适配器模型的力度 (k3)；0 为关闭。</translation>
    </message>
    <message>
        <source>Entropy bonus</source>
        <translation>熵奖励</translation>
    </message>
    <message>
        <source>Rewards undecided sampling, so that the model keeps exploring; 0 switches it off.</source>
        <translation>奖励不确定的采样，让模型继续探索；0 为关闭。</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Larger gradients are scaled down to this length.</source>
        <translation>更大的梯度会缩到此长度。</translation>
    </message>
    <message>
        <source>Zero-variance threshold</source>
        <translation>零方差阈值</translation>
    </message>
    <message>
        <source>Groups whose rewards differ by less teach nothing and are skipped.</source>
        <translation>奖励差异小于此值的组学不到东西，会被跳过。</translation>
    </message>
    <message>
        <source>Ignore cut answers</source>
        <translation>忽略被截断的答案</translation>
    </message>
    <message>
        <source>Answers cut by the length limit are not learned from.</source>
        <translation>不从因长度上限而截断的答案学习。</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>Tokens held in memory at once while learning; less needs less memory and more time.</source>
        <translation>学习时同时保存在内存中的 token 数；越少越省内存但越慢。</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>How often accuracy on held-out problems is measured; 0 never does.</source>
        <translation>多久测量一次留出题准确率；0 表示从不。</translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation>留出题</translation>
    </message>
    <message>
        <source>Problems, never trained on, behind each measurement.</source>
        <translation>每次测量所用、从不训练的问题数。</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>How often the adapter is saved.</source>
        <translation>多久保存一次适配器。</translation>
    </message>
    <message>
        <source>Rollback threshold</source>
        <translation>回滚阈值</translation>
    </message>
    <message>
        <source>Held-out accuracy this far below the start restores the best adapter.</source>
        <translation>留出准确率低于起点这么多时，恢复最佳适配器。</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>The small matrices that are trained while the model stays as it is.</source>
        <translation>训练的是小矩阵，模型本身保持不变。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same problems again.</source>
        <translation>相同的种子会再次抽到相同的问题。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <translation>模型在哪里运行。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>How exactly numbers are kept; half needs half the memory.</source>
        <translation>数值保存的精确程度；半精度只需一半内存。</translation>
    </message>
    <message>
        <source>Solver traces to learn from when no data set is given.</source>
        <translation>未给数据集时从求解器的解答学习。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>JSONL file of samples; empty uses the solvers.</source>
        <translation>样本的 JSONL 文件；为空则使用求解器。</translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation>每步样本数</translation>
    </message>
    <message>
        <source>Samples read before each update.</source>
        <translation>每次更新前读取的样本数。</translation>
    </message>
    <message>
        <source>Longest sample</source>
        <translation>最长样本</translation>
    </message>
    <message>
        <source>Longer samples are left out.</source>
        <translation>更长的样本会被略去。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who solves the problems.</source>
        <translation>由谁解题。</translation>
    </message>
    <message>
        <source>Where the problems come from.</source>
        <translation>问题从哪里来。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题数</translation>
    </message>
    <message>
        <source>How many problems are tried.</source>
        <translation>尝试多少个问题。</translation>
    </message>
    <message>
        <source>Attempts per problem</source>
        <translation>每题尝试次数</translation>
    </message>
    <message>
        <source>Answers sampled for each problem.</source>
        <translation>每题采样的答案数。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Which samples stay.</source>
        <translation>保留哪些样本。</translation>
    </message>
    <message>
        <source>Habit</source>
        <translation>习惯</translation>
    </message>
    <message>
        <source>How the solver writes.</source>
        <translation>求解器的写法。</translation>
    </message>
    <message>
        <source>Who answers when a model is the source.</source>
        <translation>以模型为来源时由谁回答。</translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 0 always takes the likeliest token.</source>
        <translation>采样的大胆程度；0 总取最可能的 token。</translation>
    </message>
    <message>
        <source>Whose accuracy is measured.</source>
        <translation>测量谁的准确率。</translation>
    </message>
    <message>
        <source>Where the held-out problems come from.</source>
        <translation>留出题从哪里来。</translation>
    </message>
    <message>
        <source>Held-out problems; more give a narrower confidence interval.</source>
        <translation>留出题数；越多置信区间越窄。</translation>
    </message>
    <message>
        <source>Way to think</source>
        <translation>思考方式</translation>
    </message>
    <message>
        <source>One chain of thought, or a vote of several.</source>
        <translation>一条思维链，或多条投票。</translation>
    </message>
    <message>
        <source>Settings of the way to think</source>
        <translation>思考方式的设置</translation>
    </message>
    <message>
        <source>Such as how many chains a vote draws.</source>
        <translation>例如投票抽取多少条思维链。</translation>
    </message>
    <message>
        <source>Chains of the curve</source>
        <translation>曲线的链数</translation>
    </message>
    <message>
        <source>Also measure majority votes of up to this many chains; 0 does not.</source>
        <translation>同时测量最多这么多条的多数投票；0 不测。</translation>
    </message>
    <message>
        <source>Problems of the curve</source>
        <translation>曲线的问题数</translation>
    </message>
    <message>
        <source>Problems behind the curve of votes.</source>
        <translation>投票曲线所用的问题数。</translation>
    </message>
    <message>
        <source>Who answers.</source>
        <translation>由谁回答。</translation>
    </message>
    <message>
        <source>What is exported.</source>
        <translation>导出什么。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What other programs read.</source>
        <translation>其他程序能读取的格式。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>Fewer bits make a smaller file and a slightly worse model.</source>
        <translation>位数越少，文件越小，模型略差。</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>The file or folder to make.</source>
        <translation>要创建的文件或文件夹。</translation>
    </message>
    <message>
        <source>By token (DAPO)</source>
        <translation>按 token (DAPO)</translation>
    </message>
    <message>
        <source>Fixed length (Dr. GRPO)</source>
        <translation>固定长度 (Dr. GRPO)</translation>
    </message>
    <message>
        <source>By answer (GRPO)</source>
        <translation>按答案 (GRPO)</translation>
    </message>
    <message>
        <source>By micro-batch (BNPO)</source>
        <translation>按微批 (BNPO)</translation>
    </message>
    <message>
        <source>Group spread</source>
        <translation>组内离散度</translation>
    </message>
    <message>
        <source>Step spread</source>
        <translation>整步离散度</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不除</translation>
    </message>
    <message>
        <source>Right answers only</source>
        <translation>仅正确答案</translation>
    </message>
    <message>
        <source>Every answer</source>
        <translation>全部答案</translation>
    </message>
    <message>
        <source>Careful, every step</source>
        <translation>仔细，写出每一步</translation>
    </message>
    <message>
        <source>Quick, often wrong</source>
        <translation>快速，常出错</translation>
    </message>
    <message>
        <source>Both, mixed</source>
        <translation>两者混合</translation>
    </message>
    <message>
        <source>Choose for me</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Full (32 bit)</source>
        <translation>全精度（32 位）</translation>
    </message>
    <message>
        <source>Half (bfloat16)</source>
        <translation>半精度 (bfloat16)</translation>
    </message>
    <message>
        <source>GGUF: one file for llama.cpp, LM Studio, Ollama</source>
        <translation>GGUF：单个文件，用于 llama.cpp、LM Studio、Ollama</translation>
    </message>
    <message>
        <source>Safetensors: model and adapter merged</source>
        <translation>Safetensors：模型与适配器合并</translation>
    </message>
    <message>
        <source>PEFT: the adapter alone</source>
        <translation>PEFT：仅适配器</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>8 bit (q8_0)</source>
        <translation>8 位 (q8_0)</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What the checker said</source>
        <translation>检查器的判定</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>The family of problems, with its checker</source>
        <translation>题型及其检查器</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>How hard the problem is</source>
        <translation>问题的难度</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who wrote the chain of thought</source>
        <translation>谁写的思维链</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of the chain of thought</source>
        <translation>思维链的步骤数</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Tokens of the chain of thought; empty when nobody counted</source>
        <translation>思维链的 token 数；无人统计时为空</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>What the reward function gave; empty outside training</source>
        <translation>奖励函数给出的值；训练之外为空</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Thinking and answer together, characters</source>
        <translation>思考与答案合计的字符数</translation>
    </message>
    <message>
        <source>made</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Attempts so far</source>
        <translation>至今的尝试次数</translation>
    </message>
    <message>
        <source>with an answer</source>
        <translation>有答案</translation>
    </message>
    <message>
        <source>Attempts that came to an answer before the length limit</source>
        <translation>在长度上限之前得出答案的尝试</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Attempts whose answer the environment&apos;s checker accepts</source>
        <translation>答案被环境检查器接受的尝试</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Attempts whose text this run did not make before</source>
        <translation>本次运行之前没有写过的尝试</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Attempts that are samples in the store now</source>
        <translation>现已成为存储中样本的尝试</translation>
    </message>
    <message>
        <source>without an answer before the length limit</source>
        <translation>在长度上限之前没有答案</translation>
    </message>
    <message>
        <source>without an answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>with a wrong answer</source>
        <translation>答案错误</translation>
    </message>
    <message>
        <source>that nobody can verify</source>
        <translation>无人能验证</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>for problems that are known already</source>
        <translation>对应已知的问题</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Source of the problem</source>
        <translation>问题来源</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存入时间</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>{passes} of {attempts} attempts by models were right</source>
        <translation>模型的 {attempts} 次尝试中有 {passes} 次正确</translation>
    </message>
    <message>
        <source>This problem</source>
        <translation>这个问题</translation>
    </message>
    <message>
        <source>Edited copy of sample</source>
        <translation>编辑自样本</translation>
    </message>
    <message>
        <source>Edited copies</source>
        <translation>编辑后的副本</translation>
    </message>
    <message>
        <source>Sampled in training</source>
        <translation>训练中采样</translation>
    </message>
    <message>
        <source>made by its family</source>
        <translation>由题目家族生成</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>a chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>solver</source>
        <translation>求解器</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>labelled by you</source>
        <translation>你已标注</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>careful</source>
        <translation>仔细</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Samples that are listed</source>
        <translation>当前列出的样本</translation>
    </message>
    <message>
        <source>Problems with their reference answers</source>
        <translation>问题及其参考答案</translation>
    </message>
    <message>
        <source>All labels and critiques</source>
        <translation>全部标签和批注</translation>
    </message>
    <message>
        <source>Everything that is known of a sample, one JSON object on each line; O1 Desk reads it back without loss.</source>
        <translation>样本的全部信息，每行一个 JSON 对象；O1 Desk 可无损读回。</translation>
    </message>
    <message>
        <source>Columns prompt and completion, for supervised fine-tuning with TRL.</source>
        <translation>prompt 与 completion 两列，用于 TRL 监督微调。</translation>
    </message>
    <message>
        <source>Chat turns of user and assistant, for most programs that fine-tune.</source>
        <translation>用户与助手的对话轮次，适用于大多数微调程序。</translation>
    </message>
    <message>
        <source>Prompt, reference answer, environment and level; O1 Desk reads it back.</source>
        <translation>题目、参考答案、环境和难度；O1 Desk 可读回。</translation>
    </message>
    <message>
        <source>Column prompt, and the solution for reward functions, for GRPO with TRL.</source>
        <translation>prompt 列和供奖励函数使用的解答，用于 TRL 的 GRPO。</translation>
    </message>
    <message>
        <source>Each judgement with the key of its sample; export the samples too.</source>
        <translation>每个评判连同其样本的键；请同时导出样本。</translation>
    </message>
    <message>
        <source>TRL prompt and completion</source>
        <translation>TRL 的 prompt 与 completion</translation>
    </message>
    <message>
        <source>Chat messages</source>
        <translation>对话消息</translation>
    </message>
    <message>
        <source>TRL prompts for reinforcement learning</source>
        <translation>TRL 强化学习提示</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written</source>
        <translation>导出已取消；没有写出文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Words: {value}</source>
        <translation>词：{value}</translation>
    </message>
    <message>
        <source>Level: {value}</source>
        <translation>难度：{value}</translation>
    </message>
    <message>
        <source>Origin: {value}</source>
        <translation>来源：{value}</translation>
    </message>
    <message>
        <source>Verdict: {value}</source>
        <translation>判定：{value}</translation>
    </message>
    <message>
        <source>Run: {value}</source>
        <translation>运行：{value}</translation>
    </message>
    <message>
        <source>Model: {value}</source>
        <translation>模型：{value}</translation>
    </message>
    <message>
        <source>Attempts at one problem</source>
        <translation>同一问题的尝试</translation>
    </message>
    <message>
        <source>At least {value} characters</source>
        <translation>至少 {value} 个字符</translation>
    </message>
    <message>
        <source>At most {value} characters</source>
        <translation>至多 {value} 个字符</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was stored</source>
        <translation>导入已取消；没有存入任何内容</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>No row could be used; nothing was stored</source>
        <translation>没有可用的行；没有存入任何内容</translation>
    </message>
    <message>
        <source>{parsed} of {rows} rows are in the dataset {name}, {new} of them new.</source>
        <translation>{rows} 行中有 {parsed} 行在数据集 {name} 中，其中 {new} 行是新的。</translation>
    </message>
    <message>
        <source>They are problems to solve: generate samples for them, or train on them.</source>
        <translation>它们是待解的问题：请为其生成样本，或用其训练。</translation>
    </message>
    <message>
        <source>line {lines}</source>
        <translation>第 {lines} 行</translation>
    </message>
    <message>
        <source>lines {lines}</source>
        <translation>第 {lines} 行</translation>
    </message>
    <message>
        <source>reward {n}</source>
        <translation>奖励 {n}</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>flagged: {reason}</source>
        <translation>已标记：{reason}</translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>Must be at least %1</source>
        <translation>不得小于 %1</translation>
    </message>
    <message>
        <source>Must be at most %2</source>
        <translation>不得大于 %2</translation>
    </message>
    <message>
        <source>Must be from %1 to %2</source>
        <translation>须在 %1 到 %2 之间</translation>
    </message>
</context>
<context>
    <name>environments</name>
    <message>
        <source>A::B rewriting</source>
        <translation>A::B 改写</translation>
    </message>
    <message>
        <source>Causal lamps (ACRE)</source>
        <translation>因果灯 (ACRE)</translation>
    </message>
    <message>
        <source>Advanced geometry</source>
        <translation>高等几何</translation>
    </message>
    <message>
        <source>Alice in Wonderland</source>
        <translation>爱丽丝梦游仙境</translation>
    </message>
    <message>
        <source>ARC in one dimension</source>
        <translation>一维 ARC</translation>
    </message>
    <message>
        <source>ARC-AGI grids</source>
        <translation>ARC-AGI 网格</translation>
    </message>
    <message>
        <source>Base conversion</source>
        <translation>进制转换</translation>
    </message>
    <message>
        <source>Basic arithmetic</source>
        <translation>基础算术</translation>
    </message>
    <message>
        <source>Tiny programs (BF)</source>
        <translation>微型程序 (BF)</translation>
    </message>
    <message>
        <source>Binary alternation</source>
        <translation>二进制交替</translation>
    </message>
    <message>
        <source>Binary matrix</source>
        <translation>二进制矩阵</translation>
    </message>
    <message>
        <source>Bitwise arithmetic</source>
        <translation>位运算</translation>
    </message>
    <message>
        <source>Box moving (BoxNet)</source>
        <translation>搬箱子 (BoxNet)</translation>
    </message>
    <message>
        <source>Caesar cipher</source>
        <translation>凯撒密码</translation>
    </message>
    <message>
        <source>Calendar arithmetic</source>
        <translation>日历运算</translation>
    </message>
    <message>
        <source>Chain sum</source>
        <translation>连加减</translation>
    </message>
    <message>
        <source>Circuit logic</source>
        <translation>电路逻辑</translation>
    </message>
    <message>
        <source>Code in and out</source>
        <translation>代码输入输出</translation>
    </message>
    <message>
        <source>Coin flips</source>
        <translation>抛硬币</translation>
    </message>
    <message>
        <source>Colour cube rotation</source>
        <translation>彩色立方体旋转</translation>
    </message>
    <message>
        <source>Complex arithmetic</source>
        <translation>复数运算</translation>
    </message>
    <message>
        <source>Composite problems</source>
        <translation>组合问题</translation>
    </message>
    <message>
        <source>Count bits</source>
        <translation>数二进制位</translation>
    </message>
    <message>
        <source>Count primes</source>
        <translation>数质数</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>倒计时数字</translation>
    </message>
    <message>
        <source>Course schedule</source>
        <translation>课程安排</translation>
    </message>
    <message>
        <source>Cryptarithms</source>
        <translation>字母算式</translation>
    </message>
    <message>
        <source>Decimal arithmetic</source>
        <translation>小数运算</translation>
    </message>
    <message>
        <source>Decimal chain sum</source>
        <translation>小数连加减</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Emoji mystery</source>
        <translation>表情谜题</translation>
    </message>
    <message>
        <source>Family relationships</source>
        <translation>家庭关系</translation>
    </message>
    <message>
        <source>Figlet letters</source>
        <translation>Figlet 字母</translation>
    </message>
    <message>
        <source>Fraction simplification</source>
        <translation>分数化简</translation>
    </message>
    <message>
        <source>Futoshiki</source>
        <translation>不等式数独 (Futoshiki)</translation>
    </message>
    <message>
        <source>Game of Life</source>
        <translation>生命游戏</translation>
    </message>
    <message>
        <source>Game of Life halting</source>
        <translation>生命游戏停机</translation>
    </message>
    <message>
        <source>Greatest common divisor</source>
        <translation>最大公约数</translation>
    </message>
    <message>
        <source>Graph colouring</source>
        <translation>图着色</translation>
    </message>
    <message>
        <source>Group anagrams</source>
        <translation>变位词分组</translation>
    </message>
    <message>
        <source>Word problems (GSM)</source>
        <translation>应用题 (GSM)</translation>
    </message>
    <message>
        <source>Intermediate integration</source>
        <translation>中级积分</translation>
    </message>
    <message>
        <source>Isomorphic strings</source>
        <translation>同构字符串</translation>
    </message>
    <message>
        <source>Water jugs</source>
        <translation>倒水问题</translation>
    </message>
    <message>
        <source>Kakurasu</source>
        <translation>Kakurasu</translation>
    </message>
    <message>
        <source>Knight swap</source>
        <translation>骑士交换</translation>
    </message>
    <message>
        <source>Knights and knaves</source>
        <translation>骑士与无赖</translation>
    </message>
    <message>
        <source>Largest island</source>
        <translation>最大岛屿</translation>
    </message>
    <message>
        <source>Least common multiple</source>
        <translation>最小公倍数</translation>
    </message>
    <message>
        <source>Leg counting</source>
        <translation>数腿</translation>
    </message>
    <message>
        <source>Letter counting</source>
        <translation>数字母</translation>
    </message>
    <message>
        <source>Letter jumble</source>
        <translation>字母重排</translation>
    </message>
    <message>
        <source>List functions</source>
        <translation>列表函数</translation>
    </message>
    <message>
        <source>Mahjong puzzle</source>
        <translation>麻将谜题</translation>
    </message>
    <message>
        <source>Manipulate a matrix</source>
        <translation>矩阵操作</translation>
    </message>
    <message>
        <source>Maze</source>
        <translation>迷宫</translation>
    </message>
    <message>
        <source>Mini sudoku</source>
        <translation>迷你数独</translation>
    </message>
    <message>
        <source>Modulo grid</source>
        <translation>取模网格</translation>
    </message>
    <message>
        <source>N queens</source>
        <translation>N 皇后</translation>
    </message>
    <message>
        <source>Needle in a haystack</source>
        <translation>大海捞针</translation>
    </message>
    <message>
        <source>Number filtering</source>
        <translation>数字筛选</translation>
    </message>
    <message>
        <source>Number formats</source>
        <translation>数字格式</translation>
    </message>
    <message>
        <source>Number sequence</source>
        <translation>数列</translation>
    </message>
    <message>
        <source>Number sorting</source>
        <translation>数字排序</translation>
    </message>
    <message>
        <source>Palindrome generation</source>
        <translation>生成回文</translation>
    </message>
    <message>
        <source>Palindrome partitioning</source>
        <translation>回文划分</translation>
    </message>
    <message>
        <source>Path star</source>
        <translation>星形路径</translation>
    </message>
    <message>
        <source>Polynomial equations</source>
        <translation>多项式方程</translation>
    </message>
    <message>
        <source>Polynomial multiplication</source>
        <translation>多项式乘法</translation>
    </message>
    <message>
        <source>Matrix pooling</source>
        <translation>矩阵池化</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>幂运算</translation>
    </message>
    <message>
        <source>Prime factorization</source>
        <translation>质因数分解</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Propositional logic</source>
        <translation>命题逻辑</translation>
    </message>
    <message>
        <source>Make 24</source>
        <translation>24 点</translation>
    </message>
    <message>
        <source>Quantum lock</source>
        <translation>量子锁</translation>
    </message>
    <message>
        <source>Ransom note</source>
        <translation>勒索信</translation>
    </message>
    <message>
        <source>Re-ARC grids</source>
        <translation>Re-ARC 网格</translation>
    </message>
    <message>
        <source>Rectangle count</source>
        <translation>数矩形</translation>
    </message>
    <message>
        <source>Rotate a matrix</source>
        <translation>旋转矩阵</translation>
    </message>
    <message>
        <source>Rotten oranges</source>
        <translation>腐烂的橘子</translation>
    </message>
    <message>
        <source>Rubik&apos;s cube</source>
        <translation>魔方</translation>
    </message>
    <message>
        <source>Rush hour</source>
        <translation>华容道（车辆）</translation>
    </message>
    <message>
        <source>Self-reference</source>
        <translation>自指</translation>
    </message>
    <message>
        <source>Sentence reordering</source>
        <translation>句子重排</translation>
    </message>
    <message>
        <source>Shortest path</source>
        <translation>最短路径</translation>
    </message>
    <message>
        <source>Simple equations</source>
        <translation>简单方程</translation>
    </message>
    <message>
        <source>Simple geometry</source>
        <translation>简单几何</translation>
    </message>
    <message>
        <source>Simple integration</source>
        <translation>简单积分</translation>
    </message>
    <message>
        <source>Sokoban</source>
        <translation>推箱子</translation>
    </message>
    <message>
        <source>Spell backward</source>
        <translation>倒着拼写</translation>
    </message>
    <message>
        <source>Spiral matrix</source>
        <translation>螺旋矩阵</translation>
    </message>
    <message>
        <source>String insertion</source>
        <translation>字符串插入</translation>
    </message>
    <message>
        <source>String manipulation</source>
        <translation>字符串操作</translation>
    </message>
    <message>
        <source>String splitting</source>
        <translation>字符串分割</translation>
    </message>
    <message>
        <source>String synthesis</source>
        <translation>字符串合成</translation>
    </message>
    <message>
        <source>Sudoku</source>
        <translation>数独</translation>
    </message>
    <message>
        <source>Survo</source>
        <translation>Survo</translation>
    </message>
    <message>
        <source>Syllogisms</source>
        <translation>三段论</translation>
    </message>
    <message>
        <source>Time intervals</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <source>Tower of Hanoi</source>
        <translation>汉诺塔</translation>
    </message>
    <message>
        <source>Tsumego (Go)</source>
        <translation>围棋死活</translation>
    </message>
    <message>
        <source>Word ladder</source>
        <translation>单词阶梯</translation>
    </message>
    <message>
        <source>Word sequence reversal</source>
        <translation>词序反转</translation>
    </message>
    <message>
        <source>Word sorting</source>
        <translation>单词排序</translation>
    </message>
    <message>
        <source>Zebra puzzles</source>
        <translation>斑马谜题</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>did you mean &apos;%1&apos;?</source>
        <translation>你要找的是“%1”吗？</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>可用的有：%1</translation>
    </message>
    <message>
        <source>there is none yet</source>
        <translation>目前一个也没有</translation>
    </message>
    <message>
        <source>&apos;o1desk runs&apos; lists them</source>
        <translation>用“o1desk runs”可列出全部</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>思考方式</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>level</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>imported set</source>
        <translation>导入的题集</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>training method</source>
        <translation>训练方法</translation>
    </message>
    <message>
        <source>model format</source>
        <translation>模型格式</translation>
    </message>
    <message>
        <source>type of GGUF</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>option in %1</source>
        <translation>%1中的选项</translation>
    </message>
    <message>
        <source>choice for &apos;%1&apos;</source>
        <translation>“%1”的可选值</translation>
    </message>
    <message>
        <source>the configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>布尔值（true 或 false）</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>a table of lists of texts</source>
        <translation>由文本列表组成的表</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>不小于 %1 的数</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>介于 %1 与 %2 之间的数</translation>
    </message>
    <message>
        <source>store the samples</source>
        <translation>存储样本</translation>
    </message>
    <message>
        <source>store the samples of a run</source>
        <translation>存储运行的样本</translation>
    </message>
    <message>
        <source>store the run</source>
        <translation>存储运行记录</translation>
    </message>
    <message>
        <source>store the events of a run</source>
        <translation>存储运行的事件</translation>
    </message>
    <message>
        <source>store the end of a run</source>
        <translation>存储运行的结束状态</translation>
    </message>
    <message>
        <source>store the label</source>
        <translation>存储标签</translation>
    </message>
    <message>
        <source>store the labels of a reward</source>
        <translation>存储奖励给出的标签</translation>
    </message>
    <message>
        <source>store the message</source>
        <translation>存储消息</translation>
    </message>
    <message>
        <source>store the conversation</source>
        <translation>存储对话</translation>
    </message>
    <message>
        <source>store the model</source>
        <translation>存储模型</translation>
    </message>
    <message>
        <source>store the problems</source>
        <translation>存储问题</translation>
    </message>
    <message>
        <source>store the verdict</source>
        <translation>存储判定</translation>
    </message>
    <message>
        <source>store a position</source>
        <translation>存储当前位置</translation>
    </message>
    <message>
        <source>store imported problems</source>
        <translation>存储导入的问题</translation>
    </message>
    <message>
        <source>remove the samples</source>
        <translation>移除样本</translation>
    </message>
    <message>
        <source>remove the labels</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>remove the checkpoint</source>
        <translation>移除检查点</translation>
    </message>
    <message>
        <source>restore the samples</source>
        <translation>恢复样本</translation>
    </message>
    <message>
        <source>rebuild the run</source>
        <translation>重建运行记录</translation>
    </message>
    <message>
        <source>open the database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>read the database</source>
        <translation>读取数据库</translation>
    </message>
    <message>
        <source>close the database</source>
        <translation>关闭数据库</translation>
    </message>
    <message>
        <source>make a backup</source>
        <translation>创建备份</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>remove the %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>restore the %1</source>
        <translation>恢复%1</translation>
    </message>
    <message>
        <source>store the %1</source>
        <translation>存储%1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>not an O1 Desk database</source>
        <translation>不是 O1 Desk 数据库</translation>
    </message>
    <message>
        <source>made by a later version</source>
        <translation>由更高的版本创建</translation>
    </message>
    <message>
        <source>restore the last good backup, %1, or rebuild from the run folders</source>
        <translation>请恢复最近的完好备份 %1，或从运行文件夹重建</translation>
    </message>
    <message>
        <source>there is no backup: rebuild from the run folders</source>
        <translation>没有备份：请从运行文件夹重建</translation>
    </message>
    <message>
        <source>it can be opened read-only, to look and to export</source>
        <translation>也可以用只读方式打开，进行查看和导出</translation>
    </message>
    <message>
        <source>it cannot even be read</source>
        <translation>本版本连读取也做不到</translation>
    </message>
    <message>
        <source>the index of the weights</source>
        <translation>权重索引</translation>
    </message>
    <message>
        <source>a model&apos;s configuration</source>
        <translation>模型的配置</translation>
    </message>
    <message>
        <source>a model&apos;s settings</source>
        <translation>模型的设置</translation>
    </message>
    <message>
        <source>an adapter&apos;s configuration</source>
        <translation>适配器的配置</translation>
    </message>
    <message>
        <source>the tokenizer&apos;s settings</source>
        <translation>分词器的设置</translation>
    </message>
    <message>
        <source>its header is not JSON</source>
        <translation>文件头不是 JSON</translation>
    </message>
    <message>
        <source>its header is not a table</source>
        <translation>文件头不是键值表</translation>
    </message>
    <message>
        <source>it is cut off or not a safetensors file</source>
        <translation>文件不完整，或不是 safetensors 文件</translation>
    </message>
    <message>
        <source>its tensors overlap or leave holes</source>
        <translation>张量相互重叠或留有空隙</translation>
    </message>
    <message>
        <source>the size of &apos;%1&apos; does not fit its shape</source>
        <translation>“%1”的大小与其形状不符</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation>不是 GGUF 文件</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>文件头不完整</translation>
    </message>
    <message>
        <source>it announces more than it holds</source>
        <translation>声明的内容多于实际内容</translation>
    </message>
    <message>
        <source>it does not name its architecture</source>
        <translation>没有写明模型架构</translation>
    </message>
    <message>
        <source>name the file %1 instead</source>
        <translation>请改为指定文件 %1</translation>
    </message>
    <message>
        <source>only safetensors or GGUF are accepted</source>
        <translation>只接受 safetensors 或 GGUF</translation>
    </message>
    <message>
        <source>did not stop in time and was ended (%1)</source>
        <translation>未能及时停止，已被强制结束（%1）</translation>
    </message>
    <message>
        <source>was killed by %1</source>
        <translation>被 %1 终止</translation>
    </message>
    <message>
        <source>was killed by %1 (%2)</source>
        <translation>被 %1 终止（%2）</translation>
    </message>
    <message>
        <source>crashed: %1 (0x%2)</source>
        <translation>崩溃：%1（0x%2）</translation>
    </message>
    <message>
        <source>left without a last word</source>
        <translation>没有说明原因就退出了</translation>
    </message>
    <message>
        <source>vanished with code %1</source>
        <translation>意外退出，代码为 %1</translation>
    </message>
    <message>
        <source>often the system had no memory left</source>
        <translation>多半是系统内存不足</translation>
    </message>
    <message>
        <source>a library was built for another processor</source>
        <translation>某个库是为其他处理器编译的</translation>
    </message>
    <message>
        <source>a native library gave up</source>
        <translation>某个原生库中止了运行</translation>
    </message>
    <message>
        <source>access violation</source>
        <translation>访问冲突</translation>
    </message>
    <message>
        <source>illegal instruction</source>
        <translation>非法指令</translation>
    </message>
    <message>
        <source>stack overflow</source>
        <translation>栈溢出</translation>
    </message>
    <message>
        <source>a library failed to start</source>
        <translation>某个库初始化失败</translation>
    </message>
    <message>
        <source>heap corruption</source>
        <translation>堆损坏</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>异常中止</translation>
    </message>
    <message>
        <source>native error</source>
        <translation>原生代码错误</translation>
    </message>
    <message>
        <source>; try %1 = %2</source>
        <translation>；可以试试 %1 = %2</translation>
    </message>
    <message>
        <source>this model has no chat template; it gets plain prompts and may ramble</source>
        <translation>此模型没有对话模板；它收到的是纯文本提示，可能会答非所问</translation>
    </message>
    <message>
        <source>base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>mix of rewards</source>
        <translation>奖励组合</translation>
    </message>
    <message>
        <source>mix of environments or seed</source>
        <translation>环境组合或随机种子</translation>
    </message>
    <message>
        <source>no reward is named</source>
        <translation>没有指定任何奖励</translation>
    </message>
    <message>
        <source>the reward &apos;%1&apos; is named twice</source>
        <translation>奖励“%1”出现了两次</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>measure before</source>
        <translation>训练前测量</translation>
    </message>
    <message>
        <source>measure after</source>
        <translation>训练后测量</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>a row is an object, not %1</source>
        <translation>每行应为对象，而不是 %1</translation>
    </message>
    <message>
        <source>the prompt is missing</source>
        <translation>缺少题目</translation>
    </message>
    <message>
        <source>the prompt is empty</source>
        <translation>题目为空</translation>
    </message>
    <message>
        <source>the answer is missing</source>
        <translation>缺少答案</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>答案为空</translation>
    </message>
    <message>
        <source>none of %1 is there</source>
        <translation>没有 %1 中的任何一项</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is empty</source>
        <translation>“%1”为空</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no text</source>
        <translation>“%1”不是文本</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2, not text</source>
        <translation>“%1”是 %2，而不是文本</translation>
    </message>
    <message>
        <source>&apos;steps&apos; is no list</source>
        <translation>“steps”不是列表</translation>
    </message>
    <message>
        <source>&apos;steps&apos; is %1, not a list</source>
        <translation>“steps”是 %1，而不是列表</translation>
    </message>
    <message>
        <source>a step is no text</source>
        <translation>有步骤不是文本</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no list of turns</source>
        <translation>“%1”不是对话轮次的列表</translation>
    </message>
    <message>
        <source>a turn of &apos;%1&apos; is no object</source>
        <translation>“%1”中有一轮不是对象</translation>
    </message>
    <message>
        <source>a turn of &apos;%1&apos; has no known role or no text</source>
        <translation>“%1”中有一轮角色未知或没有文本</translation>
    </message>
    <message>
        <source>the last turn is not the assistant&apos;s</source>
        <translation>最后一轮不是助手的</translation>
    </message>
    <message>
        <source>nothing was asked</source>
        <translation>没有提问</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>not JSON: %1, column %2</source>
        <translation>不是 JSON：%1，第 %2 列</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>not UTF-8 at byte %1 of the line</source>
        <translation>该行第 %1 个字节处不是 UTF-8</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>不是 %1</translation>
    </message>
    <message>
        <source>not %1: %2</source>
        <translation>不是 %1：%2</translation>
    </message>
    <message>
        <source>incomplete last line</source>
        <translation>最后一行不完整</translation>
    </message>
    <message>
        <source>not JSON: %1; the rest of the array is unreadable</source>
        <translation>不是 JSON：%1；数组的其余部分无法读取</translation>
    </message>
    <message>
        <source>the array is not closed</source>
        <translation>数组没有闭合</translation>
    </message>
    <message>
        <source>something follows the array</source>
        <translation>数组之后还有内容</translation>
    </message>
    <message>
        <source>a key occurs twice</source>
        <translation>有键重复出现</translation>
    </message>
    <message>
        <source>the key %1 occurs twice</source>
        <translation>键 %1 重复出现</translation>
    </message>
    <message>
        <source>a comma after the row</source>
        <translation>行尾有逗号</translation>
    </message>
    <message>
        <source>a comma after the row: not JSON lines</source>
        <translation>行尾有逗号：不是 JSON Lines</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>a damaged row of O1 Desk</source>
        <translation>O1 Desk 的数据行已损坏</translation>
    </message>
    <message>
        <source>made by a later version: %1</source>
        <translation>由更高的版本生成：%1</translation>
    </message>
    <message>
        <source>a part is missing or of the wrong type: %1</source>
        <translation>有部分缺失或类型错误：%1</translation>
    </message>
    <message>
        <source>the reference answer fails its own check</source>
        <translation>参考答案未通过自身的检查</translation>
    </message>
    <message>
        <source>the label&apos;s sample is not here</source>
        <translation>标签所属的样本不在这里</translation>
    </message>
    <message>
        <source>no sample %1; import it first</source>
        <translation>没有样本 %1；请先导入它</translation>
    </message>
    <message>
        <source>the label says something a label cannot say</source>
        <translation>标签含有不允许的内容</translation>
    </message>
    <message>
        <source>There is no %1 called &apos;%2&apos;; %3</source>
        <translation>找不到%1“%2”；%3</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be %2, not %3; nothing was written</source>
        <translation>“%1”必须是%2，不能是 %3；没有写入任何内容</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be %2, not %3</source>
        <translation>“%1”必须是%2，不能是 %3</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be from %2 to %3, not %4</source>
        <translation>“%1”必须在 %2 到 %3 之间，不能是 %4</translation>
    </message>
    <message>
        <source>%1 lacks &apos;%2&apos;; nothing was written</source>
        <translation>%1缺少“%2”；没有写入任何内容</translation>
    </message>
    <message>
        <source>%1 holds %2, which is not %3</source>
        <translation>%1 含有 %2，它不是%3</translation>
    </message>
    <message>
        <source>%1 must be a table of options, not %2; nothing was written</source>
        <translation>%1必须是选项表，不能是 %2；没有写入任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); the old setting stays in force</source>
        <translation>无法写入 %1（%2）；仍使用原来的设置</translation>
    </message>
    <message>
        <source>No environment was named; name at least one, such as chain_sum</source>
        <translation>没有指定环境；请至少指定一个，例如 chain_sum</translation>
    </message>
    <message>
        <source>The weight of &apos;%1&apos; must be above 0, not %2</source>
        <translation>“%1”的权重必须大于 0，不能是 %2</translation>
    </message>
    <message>
        <source>The weights of the environments must be 0 or more, and one above 0</source>
        <translation>环境的权重都不得小于 0，且至少有一个大于 0</translation>
    </message>
    <message>
        <source>The run names no environment; name at least one to practise</source>
        <translation>运行没有指定环境；请至少指定一个用于练习</translation>
    </message>
    <message>
        <source>&apos;group_size&apos; must be at least 2: an answer is compared with its group</source>
        <translation>“group_size”至少为 2：每个答案都要与同组的其他答案比较</translation>
    </message>
    <message>
        <source>A vote takes from 1 to %1 chains, not %2</source>
        <translation>投票可用 1 到 %1 条思维链，不能是 %2 条</translation>
    </message>
    <message>
        <source>In the mix of rewards %1; name each once</source>
        <translation>奖励组合有误：%1；每种奖励请指定一次</translation>
    </message>
    <message>
        <source>Could not %1: the data folder is open read-only; nothing was changed</source>
        <translation>无法%1：数据文件夹以只读方式打开；没有更改任何内容</translation>
    </message>
    <message>
        <source>Could not %1: the database is damaged (%2); nothing of it was stored; start again to have it checked and to choose a backup</source>
        <translation>无法%1：数据库已损坏（%2）；没有存入任何内容；请重新启动，以检查数据库并选择备份</translation>
    </message>
    <message>
        <source>Could not %1: another program has locked the database; nothing of it was stored; close that program and try again</source>
        <translation>无法%1：其他程序锁住了数据库；没有存入任何内容；请关闭该程序后重试</translation>
    </message>
    <message>
        <source>Could not %1: the data folder %2 cannot be written; nothing was changed; choose another folder or open this one read-only</source>
        <translation>无法%1：数据文件夹 %2 无法写入；没有更改任何内容；请选择其他文件夹，或以只读方式打开它</translation>
    </message>
    <message>
        <source>Could not %1: the disk is full (%2 MB free in %3); nothing of it was stored; free some space and try again</source>
        <translation>无法%1：磁盘已满（%3 仅剩 %2 MB 可用）；没有存入任何内容；请腾出空间后重试</translation>
    </message>
    <message>
        <source>Could not %1: %2; nothing of it was stored; check the data folder %3</source>
        <translation>无法%1：%2；没有存入任何内容；请检查数据文件夹 %3</translation>
    </message>
    <message>
        <source>Could not %1: %2; nothing was stored</source>
        <translation>无法%1：%2；没有存入任何内容</translation>
    </message>
    <message>
        <source>The database is damaged (%1); it was kept in %2; %3</source>
        <translation>数据库已损坏（%1）；它已保留在 %2；%3</translation>
    </message>
    <message>
        <source>The database was made by O1 Desk %1 or later (schema %2, this version knows %3); nothing was changed; install that version; %4</source>
        <translation>数据库由 O1 Desk %1 或更高的版本创建（结构版本为 %2，本版本只支持到 %3）；没有更改任何内容；请安装该版本；%4</translation>
    </message>
    <message>
        <source>The database could not be brought from version %1 to %2 (%3); it is unchanged and a copy is %4; use the previous O1 Desk and report this</source>
        <translation>数据库无法从版本 %1 升级到 %2（%3）；它没有改变，副本为 %4；请使用之前的 O1 Desk 并报告此问题</translation>
    </message>
    <message>
        <source>The database is of an earlier version; what you see is a copy of it as it was</source>
        <translation>数据库属于较早的版本；你看到的是它的副本，内容与原来相同</translation>
    </message>
    <message>
        <source>The log beside the database did not belong to it (%1); it was moved to %2 and the database was opened without it</source>
        <translation>数据库旁边的日志不属于它（%1）；日志已移到 %2，打开数据库时没有使用该日志</translation>
    </message>
    <message>
        <source>There is no database in %1; nothing was changed</source>
        <translation>%1 中没有数据库；没有更改任何内容</translation>
    </message>
    <message>
        <source>There is a database in %1; nothing was changed; move it away first</source>
        <translation>%1 中已有数据库；没有更改任何内容；请先把它移走</translation>
    </message>
    <message>
        <source>%1 is not an O1 Desk database; nothing was changed; move it away or choose another data folder</source>
        <translation>%1 不是 O1 Desk 数据库；没有更改任何内容；请把它移走，或选择其他数据文件夹</translation>
    </message>
    <message>
        <source>Another O1 Desk uses the data folder %1; nothing was changed; close it, wait until it is done, or choose another data folder</source>
        <translation>另一个 O1 Desk 正在使用数据文件夹 %1；没有更改任何内容；请关闭它，等它完成，或选择其他数据文件夹</translation>
    </message>
    <message>
        <source>Another O1 Desk (process %1) uses the data folder %2; nothing was changed; close it, or choose another folder with --data</source>
        <translation>另一个 O1 Desk（进程 %1）正在使用数据文件夹 %2；没有更改任何内容；请关闭它，或用 --data 选择其他文件夹</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written (%2); nothing was changed; choose another folder or open this one read-only</source>
        <translation>数据文件夹 %1 无法写入（%2）；没有更改任何内容；请选择其他文件夹，或以只读方式打开它</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written (%2); nothing was changed; choose another folder with --data</source>
        <translation>数据文件夹 %1 无法写入（%2）；没有更改任何内容；请用 --data 选择其他文件夹</translation>
    </message>
    <message>
        <source>The data folder is open read-only: no work can be started in it</source>
        <translation>数据文件夹以只读方式打开：无法在其中开始工作</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made (%2); nothing was written; choose another with --data or %3</source>
        <translation>无法创建文件夹 %1（%2）；没有写入任何内容；请用 --data 或 %3 选择其他文件夹</translation>
    </message>
    <message>
        <source>The store is closed; nothing was stored; open it again</source>
        <translation>存储已关闭；没有存入任何内容；请重新打开</translation>
    </message>
    <message>
        <source>The store is closed; open it again</source>
        <translation>存储已关闭；请重新打开</translation>
    </message>
    <message>
        <source>A long text is damaged (%1); the rest of the data is unharmed; bring the file back from a copy of the data folder</source>
        <translation>一段长文本已损坏（%1）；其余数据完好；请从数据文件夹的副本中找回该文件</translation>
    </message>
    <message>
        <source>A long text cannot be read (%1: %2); the rest of the data is unharmed; bring the file back from a copy of the data folder</source>
        <translation>无法读取一段长文本（%1：%2）；其余数据完好；请从数据文件夹的副本中找回该文件</translation>
    </message>
    <message>
        <source>The backup %1 cannot be used (%2); nothing was changed</source>
        <translation>备份 %1 无法使用（%2）；没有更改任何内容</translation>
    </message>
    <message>
        <source>The backup did not pass its check (%1); the database is unchanged</source>
        <translation>备份未通过检查（%1）；数据库没有改变</translation>
    </message>
    <message>
        <source>A dataset needs a name; nothing was stored</source>
        <translation>数据集需要名称；没有存入任何内容</translation>
    </message>
    <message>
        <source>There is a dataset called &apos;%1&apos;; nothing was stored</source>
        <translation>已有名为“%1”的数据集；没有存入任何内容</translation>
    </message>
    <message>
        <source>No sample matches; nothing was stored</source>
        <translation>没有符合条件的样本；没有存入任何内容</translation>
    </message>
    <message>
        <source>There is no sample %1</source>
        <translation>样本 %1 不存在</translation>
    </message>
    <message>
        <source>There is no conversation %1; nothing was stored</source>
        <translation>对话 %1 不存在；没有存入任何内容</translation>
    </message>
    <message>
        <source>There is no message %1; nothing was stored</source>
        <translation>消息 %1 不存在；没有存入任何内容</translation>
    </message>
    <message>
        <source>There is no folder %1; nothing was written</source>
        <translation>文件夹 %1 不存在；没有写入任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); nothing was imported</source>
        <translation>无法读取 %1（%2）；没有导入任何内容</translation>
    </message>
    <message>
        <source>%1 is empty; nothing was imported</source>
        <translation>%1 是空的；没有导入任何内容</translation>
    </message>
    <message>
        <source>%1 holds no rows; nothing was imported</source>
        <translation>%1 中没有数据行；没有导入任何内容</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for a dataset; nothing was imported; give another</source>
        <translation>“%1”不能用作数据集名称；没有导入任何内容；请换一个</translation>
    </message>
    <message>
        <source>%1 is one JSON document of %2 MB, which would fill the memory; nothing was imported; convert it to JSONL, one row a line</source>
        <translation>%1 是 %2 MB 的单个 JSON 文档，会占满内存；没有导入任何内容；请转换为每行一条数据的 JSONL</translation>
    </message>
    <message>
        <source>The dataset &apos;%1&apos; was used by a run and can no longer change; nothing was imported; give the import another name</source>
        <translation>数据集“%1”已用于某次运行，不能再更改；没有导入任何内容；请为导入换一个名称</translation>
    </message>
    <message>
        <source>The imported set %1 cannot be read: %2</source>
        <translation>无法读取导入的题集 %1：%2</translation>
    </message>
    <message>
        <source>The imported set &apos;%1&apos; holds no problem (line %2: %3); import it again</source>
        <translation>导入的题集“%1”中有一行不是问题（第 %2 行：%3）；请重新导入</translation>
    </message>
    <message>
        <source>%1 is no UTF-8 text; nothing was put in</source>
        <translation>%1 不是 UTF-8 文本；没有插入任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2)</source>
        <translation>无法读取 %1（%2）</translation>
    </message>
    <message>
        <source>The question takes %1 KiB, and at most %2 KiB can be sent; it was kept here, shorten it and ask again</source>
        <translation>问题有 %1 KiB，最多只能发送 %2 KiB；问题已保留在这里，请缩短后再问</translation>
    </message>
    <message>
        <source>The disk is full: %1 needs %2 MB in %3; the previous version was kept; free some space and try again</source>
        <translation>磁盘已满：%1 需要在 %3 占用 %2 MB；之前的版本已保留；请腾出空间后重试</translation>
    </message>
    <message>
        <source>The disk is full: %1 needs %2 MB; the checkpoints were kept; free some space and resume the run</source>
        <translation>磁盘已满：%1 需要 %2 MB；检查点已保留；请腾出空间后恢复运行</translation>
    </message>
    <message>
        <source>The disk is full: %1 takes no more events; everything written so far was kept; free some space and resume the run</source>
        <translation>磁盘已满：%1 无法再写入事件；至今写入的内容都已保留；请腾出空间后恢复运行</translation>
    </message>
    <message>
        <source>The disk is full: %1 takes no more samples; those written so far were kept; free some space and resume the run</source>
        <translation>磁盘已满：%1 无法再写入样本；至今写入的样本都已保留；请腾出空间后恢复运行</translation>
    </message>
    <message>
        <source>The disk is full; %1 was not written</source>
        <translation>磁盘已满；%1 未能写入</translation>
    </message>
    <message>
        <source>%1 needs about %2 MB and %3 has %4 MB free; nothing was written</source>
        <translation>%1 约需 %2 MB，而 %3 仅剩 %4 MB 可用；没有写入任何内容</translation>
    </message>
    <message>
        <source>The folder %1 does not exist; nothing was written</source>
        <translation>文件夹 %1 不存在；没有写入任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); nothing was left behind; name another file</source>
        <translation>无法写入 %1（%2）；没有留下任何内容；请指定其他文件</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); nothing was written; name another folder</source>
        <translation>无法写入 %1（%2）；没有写入任何内容；请指定其他文件夹</translation>
    </message>
    <message>
        <source>%1 is a folder; nothing was written; name a file</source>
        <translation>%1 是文件夹；没有写入任何内容；请指定文件</translation>
    </message>
    <message>
        <source>%1 is already in use; name a folder that does not exist yet</source>
        <translation>%1 已被使用；请指定尚不存在的文件夹</translation>
    </message>
    <message>
        <source>The worker %1; everything written before was kept</source>
        <translation>工作进程%1；之前写入的内容都已保留</translation>
    </message>
    <message>
        <source>The worker stopped on a bug; details are in worker.log</source>
        <translation>工作进程因程序错误停止；详情见 worker.log</translation>
    </message>
    <message>
        <source>The worker was started in a way it does not know</source>
        <translation>工作进程不识别这种启动方式</translation>
    </message>
    <message>
        <source>Memory ran out; the last checkpoint was kept</source>
        <translation>内存耗尽；最后的检查点已保留</translation>
    </message>
    <message>
        <source>The run&apos;s configuration or input was refused</source>
        <translation>运行的配置或输入未被接受</translation>
    </message>
    <message>
        <source>The worker stopped unexpectedly while O1 Desk was away; what it wrote was kept</source>
        <translation>O1 Desk 未打开期间，工作进程意外停止；它写入的内容已保留</translation>
    </message>
    <message>
        <source>The run was cancelled; what was finished is kept</source>
        <translation>运行已取消；已完成的部分已保留</translation>
    </message>
    <message>
        <source>The run was suspended; it can be resumed</source>
        <translation>运行已挂起；可以恢复</translation>
    </message>
    <message>
        <source>The run was stopped</source>
        <translation>运行已停止</translation>
    </message>
    <message>
        <source>The worker speaks protocol %1 and this O1 Desk %2; both must come from the same version</source>
        <translation>工作进程使用协议 %1，而此 O1 Desk 使用 %2；两者必须来自同一版本</translation>
    </message>
    <message>
        <source>%1 (details in worker.log)</source>
        <translation>%1（详情见 worker.log）</translation>
    </message>
    <message>
        <source>Run %1 is still at work; wait for it or cancel it</source>
        <translation>运行 %1 仍在工作；请等它完成，或取消它</translation>
    </message>
    <message>
        <source>Run %1 is finished; there is nothing to resume</source>
        <translation>运行 %1 已完成；没有可恢复的内容</translation>
    </message>
    <message>
        <source>The run cannot be resumed: its %1 changed since the checkpoint; start a new run, or put the old configuration back</source>
        <translation>无法恢复运行：自检查点以来，它的 %1 已更改；请开始新的运行，或改回原来的配置</translation>
    </message>
    <message>
        <source>The loop was stopped in &apos;%1&apos;; every finished part is kept</source>
        <translation>循环在“%1”阶段被停止；已完成的部分全部保留</translation>
    </message>
    <message>
        <source>The loop stopped in &apos;%1&apos;: %2</source>
        <translation>循环在“%1”阶段停止：%2</translation>
    </message>
    <message>
        <source>The trial made no step, so nothing was measured</source>
        <translation>试运行一步也没有完成，因此没有测得任何结果</translation>
    </message>
    <message>
        <source>Training stopped at step %1: %2 steps in a row had to be skipped (%3); the last good checkpoint was kept; lower the learning rate and resume</source>
        <translation>训练在第 %1 步停止：连续 %2 步不得不跳过（%3）；最后的完好检查点已保留；请降低学习率后恢复</translation>
    </message>
    <message>
        <source>Training stopped at step %1: for %2 steps most answers could not be scored (%3); the last good checkpoint was kept; mend the reward</source>
        <translation>训练在第 %1 步停止：连续 %2 步大多数答案无法评分（%3）；最后的完好检查点已保留；请修正奖励</translation>
    </message>
    <message>
        <source>No sample is left to learn from: %1 are held out and %2 are longer than %3 tokens; nothing was trained</source>
        <translation>没有可供学习的样本：%1 个被留出，%2 个超过 %3 个 token；没有进行训练</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; holds problems without answers; nothing to learn</source>
        <translation>数据集“%1”中的问题没有答案；没有可学的内容</translation>
    </message>
    <message>
        <source>The solvers wrote no sample for these environments; choose others</source>
        <translation>求解器没有为这些环境写出样本；请选择其他环境</translation>
    </message>
    <message>
        <source>There are no held-out problems in %1 at this level; choose others</source>
        <translation>%1 在此难度下没有留出题；请另选环境或难度</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no training problems at the level %2; choose another level; nothing was trained</source>
        <translation>“%1”在难度 %2 下没有训练题；请选择其他难度；没有进行训练</translation>
    </message>
    <message>
        <source>No problems of &apos;%1&apos; could be made at the level &apos;%2&apos; (%3); choose another level or family</source>
        <translation>无法在难度“%2”下生成“%1”的问题（%3）；请选择其他难度或题型</translation>
    </message>
    <message>
        <source>There is no solver for &apos;%1&apos;, so nothing was written; solvers know %2; for other environments use --source model</source>
        <translation>“%1”没有求解器，因此没有写入任何内容；有求解器的是 %2；其他环境请使用 --source model</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be trained: training needs a safetensors folder, such as &apos;starter&apos;</source>
        <translation>“%1”不能训练：训练需要 safetensors 文件夹，例如“starter”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be trained: %2; training needs a plain Qwen2, Qwen3 or Llama folder, such as &apos;starter&apos;</source>
        <translation>“%1”不能训练：%2；训练需要普通的 Qwen2、Qwen3 或 Llama 文件夹，例如“starter”</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer names no end-of-turn token; it cannot be trained</source>
        <translation>模型的分词器没有指定轮次结束 token；此模型不能训练</translation>
    </message>
    <message>
        <source>The starter model is not part of this installation; build it with &apos;o1desk starter build&apos;, or name another model</source>
        <translation>此安装不含入门模型；请用“o1desk starter build”构建它，或指定其他模型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not on this machine, and O1 Desk downloads nothing by itself; get it with &apos;%2&apos; and try again</source>
        <translation>“%1”不在这台机器上，而 O1 Desk 自身不下载任何内容；请用“%2”获取后重试</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a file; a .gguf reference names one file</source>
        <translation>“%1”不是文件；.gguf 引用须指向单个文件</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a file; a model is a folder with config.json and safetensors, or a .gguf file</source>
        <translation>“%1”是文件；模型应为含 config.json 与 safetensors 的文件夹，或 .gguf 文件</translation>
    </message>
    <message>
        <source>%1 is not a model folder: %2 (%3) is missing</source>
        <translation>%1 不是模型文件夹：缺少 %2（%3）</translation>
    </message>
    <message>
        <source>%1 has no model weights; %2</source>
        <translation>%1 没有模型权重；%2</translation>
    </message>
    <message>
        <source>%1 has no tokenizer (%2); copy it from the model&apos;s source</source>
        <translation>%1 没有分词器（%2）；请从模型的来源复制</translation>
    </message>
    <message>
        <source>%1 has no tokenizer (tokenizer.json); copy it as well</source>
        <translation>%1 没有分词器（tokenizer.json）；请一并复制</translation>
    </message>
    <message>
        <source>%1 lacks %2, which its index names; copy it too</source>
        <translation>%1 缺少其索引列出的 %2；请一并复制</translation>
    </message>
    <message>
        <source>%1 lacks %2 tensors that its configuration asks for (%3, ...); copy the model again</source>
        <translation>%1 缺少其配置要求的 %2 个张量（%3 等）；请重新复制模型</translation>
    </message>
    <message>
        <source>There is no model file %1</source>
        <translation>模型文件 %1 不存在</translation>
    </message>
    <message>
        <source>%1 is damaged: not a JSON object</source>
        <translation>%1 已损坏：不是 JSON 对象</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no weight_map</source>
        <translation>%1 已损坏：没有 weight_map</translation>
    </message>
    <message>
        <source>%1 is damaged: too large for %2</source>
        <translation>%1 已损坏：文件过大（%2）</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已损坏：%2</translation>
    </message>
    <message>
        <source>%1 is damaged: %2; copy it again</source>
        <translation>%1 已损坏：%2；请重新复制</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The model file %1 is damaged: %2; copy or download it again</source>
        <translation>模型文件 %1 已损坏：%2；请重新复制或下载</translation>
    </message>
    <message>
        <source>The model file %1 cannot be loaded: %2; copy or download it again, or use a version of the model that this llama.cpp knows</source>
        <translation>无法加载模型文件 %1：%2；请重新复制或下载，或使用此 llama.cpp 支持的模型版本</translation>
    </message>
    <message>
        <source>The tokenizer in %1 cannot be read: %2</source>
        <translation>无法读取 %1 中的分词器：%2</translation>
    </message>
    <message>
        <source>%1 holds its weights as a pickle (%2), which could run code when it is read; it was not opened: %3</source>
        <translation>%1 的权重保存为 pickle（%2），读取时可能运行代码；没有打开它：%3</translation>
    </message>
    <message>
        <source>%1 is a pickle, which could run code when it is read; it was not opened: %2</source>
        <translation>%1 是 pickle 文件，读取时可能运行代码；没有打开它：%2</translation>
    </message>
    <message>
        <source>%1 asks to run Python code of its own (&apos;auto_map&apos; in %2), and O1 Desk never runs code that comes with a model; use a version of the model without it</source>
        <translation>%1 要求运行自带的 Python 代码（%2 中的“auto_map”），而 O1 Desk 从不运行模型附带的代码；请使用不含代码的模型版本</translation>
    </message>
    <message>
        <source>%1 is a model of the kind &apos;%2&apos;, which the built-in decoder does not compute</source>
        <translation>%1 是“%2”类型的模型，内置解码器不支持</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; has no whole checkpoint yet; use the model without &apos;@%2&apos;</source>
        <translation>运行“%1”还没有完整的检查点；请使用不带“@%2”的模型</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; has no checkpoint at step %2; it has %3</source>
        <translation>运行“%1”在第 %2 步没有检查点；有检查点的步：%3</translation>
    </message>
    <message>
        <source>There is no run called &apos;%1&apos;; %2</source>
        <translation>找不到运行“%1”；%2</translation>
    </message>
    <message>
        <source>An adapter cannot be put over &apos;%1&apos;; use the model&apos;s safetensors folder, or merge the adapter first (o1desk export model)</source>
        <translation>不能在“%1”上使用适配器；请使用该模型的 safetensors 文件夹，或先合并适配器（o1desk export model）</translation>
    </message>
    <message>
        <source>The adapter in %1 was trained on another base model; open it with the model it was made for</source>
        <translation>%1 中的适配器是在其他基础模型上训练的；请用它所对应的模型打开</translation>
    </message>
    <message>
        <source>The adapter in %1 does not fit this model: its layers or sizes differ; open it with the model it was made for</source>
        <translation>%1 中的适配器不适用于此模型：层或尺寸不同；请用它所对应的模型打开</translation>
    </message>
    <message>
        <source>The adapter %1 was trained on another base model than %2; nothing was written</source>
        <translation>适配器 %1 不是在基础模型 %2 上训练的；没有写入任何内容</translation>
    </message>
    <message>
        <source>GGUF models need llama-cpp-python, which is not installed; run %1 (it compiles for some minutes), or use the model&apos;s safetensors folder</source>
        <translation>GGUF 模型需要 llama-cpp-python，但尚未安装；请运行 %1（编译需几分钟），或使用该模型的 safetensors 文件夹</translation>
    </message>
    <message>
        <source>llama-cpp-python cannot be loaded (%1); install it again with %2</source>
        <translation>无法加载 llama-cpp-python（%1）；请用 %2 重新安装</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens; &apos;%2&apos; takes 1 to %3: shorten the conversation</source>
        <translation>提示有 %1 个 token；“%2”可接受 1 到 %3 个：请缩短对话</translation>
    </message>
    <message>
        <source>The prompt is empty; write something to continue</source>
        <translation>提示为空；请写一些内容再继续</translation>
    </message>
    <message>
        <source>The model&apos;s context is full; shorten the conversation</source>
        <translation>模型的上下文已满；请缩短对话</translation>
    </message>
    <message>
        <source>llama.cpp could not compute the next token (its code %1); try again</source>
        <translation>llama.cpp 无法计算下一个 token（代码 %1）；请重试</translation>
    </message>
    <message>
        <source>Prompt %1 is empty; give the model something to read</source>
        <translation>第 %1 个提示为空；请写一些内容给模型读</translation>
    </message>
    <message>
        <source>Prompt %1 has %2 tokens, but the model reads at most %3 with its answer; shorten it</source>
        <translation>第 %1 个提示有 %2 个 token，但模型连同答案最多只能容纳 %3 个；请缩短它</translation>
    </message>
    <message>
        <source>The model&apos;s chat template refuses this conversation: %1</source>
        <translation>模型的对话模板不接受此对话：%1</translation>
    </message>
    <message>
        <source>%1 needs about %2 of memory, had %3; nothing was loaded: close other programs, or use a smaller or quantised model</source>
        <translation>%1 约需 %2 内存，当时可用 %3；没有加载任何内容：请关闭其他程序，或使用更小或量化的模型</translation>
    </message>
    <message>
        <source>%1 needs about %2 of memory and did not get it; nothing was kept: close other programs, or use a smaller or quantised model</source>
        <translation>%1 约需 %2 内存，但未能获得；没有保留任何内容：请关闭其他程序，或使用更小或量化的模型</translation>
    </message>
    <message>
        <source>The device has too little memory for %1 answers of %2 tokens at once; ask for fewer or shorter ones</source>
        <translation>设备内存不足，无法同时生成 %1 个长达 %2 个 token 的答案；请减少答案数或缩短答案</translation>
    </message>
    <message>
        <source>Memory ran out (%1); the last checkpoint was kept%2</source>
        <translation>内存耗尽（%1）；最后的检查点已保留%2</translation>
    </message>
    <message>
        <source>Something went wrong: %1</source>
        <translation>出了问题：%1</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>文件或文件夹不存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹，不是文件</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写错误</translation>
    </message>
</context>
<context>
    <name>estimate</name>
    <message>
        <source>A step takes about %1 and %2 MiB of memory; the run takes about %3.</source>
        <translation>每步约需 %1 和 %2 MiB 内存；整个运行约需 %3。</translation>
    </message>
    <message>
        <source>Memory estimate unavailable</source>
        <translation>无法估计内存</translation>
    </message>
    <message>
        <source>file %1 MiB + 10 % for its cache + program %2 MiB = %3 MiB</source>
        <translation>文件 %1 MiB + 10 % 缓存 + 程序 %2 MiB = %3 MiB</translation>
    </message>
    <message>
        <source>(weights %1 MiB + key/value cache %2 MiB at %3 tokens) x 1.1 + program %4 MiB = %5 MiB</source>
        <translation>（权重 %1 MiB + %3 个 token 的键值缓存 %2 MiB）x 1.1 + 程序 %4 MiB = %5 MiB</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Entropy %1</source>
        <translation>熵 %1</translation>
    </message>
    <message>
        <source>How undecided the model is at a token.</source>
        <translation>模型在每个 token 上的犹豫程度。</translation>
    </message>
    <message>
        <source>Entropy collapsed: %1</source>
        <translation>熵已坍缩：%1</translation>
    </message>
    <message>
        <source>The model answers always the same and stops exploring. Add an entropy bonus, raise the upper clip, or go back to an earlier checkpoint.</source>
        <translation>模型总是给出同样的答案，不再探索。请加熵奖励、提高上裁剪，或回到更早的检查点。</translation>
    </message>
    <message>
        <source>Entropy falling fast: %1</source>
        <translation>熵快速下降：%1</translation>
    </message>
    <message>
        <source>The model becomes sure of itself quickly. Lower the learning rate or add an entropy bonus if the accuracy does not rise with it.</source>
        <translation>模型很快变得确定。若准确率没有随之上升，请降低学习率或加熵奖励。</translation>
    </message>
    <message>
        <source>Entropy rising fast: %1</source>
        <translation>熵快速上升：%1</translation>
    </message>
    <message>
        <source>Answers become random, often before a collapse. Lower the learning rate.</source>
        <translation>答案变得随机，常在崩溃之前出现。请降低学习率。</translation>
    </message>
    <message>
        <source>Step skipped by the guard</source>
        <translation>守卫跳过了这一步</translation>
    </message>
    <message>
        <source>The update was not finite and was left out; the adapter is unharmed. Lower the learning rate if it happens again.</source>
        <translation>这次更新不是有限值，已略去；适配器未受损。若再次发生，请降低学习率。</translation>
    </message>
    <message>
        <source>Gradient norm %1</source>
        <translation>梯度范数 %1</translation>
    </message>
    <message>
        <source>Size of the update before it is limited. A jump far above the usual size comes from odd answers or too high a learning rate.</source>
        <translation>限制之前的更新大小。远超平常的跳跃来自异常答案或过高的学习率。</translation>
    </message>
    <message>
        <source>Reward falling: %1</source>
        <translation>奖励下降：%1</translation>
    </message>
    <message>
        <source>Loss rising: %1</source>
        <translation>损失上升：%1</translation>
    </message>
    <message>
        <source>The run gets worse. Lower the learning rate, or go back to a checkpoint.</source>
        <translation>运行变差。请降低学习率，或回到某个检查点。</translation>
    </message>
    <message>
        <source>Learning stalled: %1 for %2 steps</source>
        <translation>学习停滞：%1，已 %2 步</translation>
    </message>
    <message>
        <source>Nothing has moved for a while. Harder problems, more answers per problem or another learning rate may help, or the run is done.</source>
        <translation>已有一段时间没有变化。更难的问题、更多的每题答案数或其他学习率也许有用，也可能已经完成。</translation>
    </message>
    <message>
        <source>Reward %1</source>
        <translation>奖励 %1</translation>
    </message>
    <message>
        <source>Loss falling: %1</source>
        <translation>损失下降：%1</translation>
    </message>
    <message>
        <source>The run makes progress.</source>
        <translation>运行有进展。</translation>
    </message>
    <message>
        <source>Held-out accuracy %1 % (start %2 %)</source>
        <translation>留出准确率 %1 %（起点 %2 %）</translation>
    </message>
    <message>
        <source>Measured on problems that are never trained on.</source>
        <translation>在从不训练的问题上测量。</translation>
    </message>
    <message>
        <source>Below the start: what is rewarded in training does not carry over. The guard goes back to the best adapter when it falls far.</source>
        <translation>低于起点：训练中奖励的内容没有迁移。若下降很多，守卫会回到最佳适配器。</translation>
    </message>
    <message>
        <source>Groups whose answers got different rewards are what the policy learns from.</source>
        <translation>策略从答案奖励不同的组中学习。</translation>
    </message>
    <message>
        <source>Most groups are all right: choose a harder level or other environments.</source>
        <translation>大多数组全对：请选更高难度或其他环境。</translation>
    </message>
    <message>
        <source>Most groups are all wrong: choose an easier level or fine-tune first.</source>
        <translation>大多数组全错：请选更低难度或先微调。</translation>
    </message>
    <message>
        <source>Answers to one problem hardly differ: raise temperature or group size.</source>
        <translation>同一问题的答案几乎没有差别：请提高温度或每题答案数。</translation>
    </message>
    <message>
        <source>Learning signal: %1 % of groups mixed</source>
        <translation>学习信号：%1 % 的组有对有错</translation>
    </message>
    <message>
        <source>Truncated: %1 %</source>
        <translation>截断：%1 %</translation>
    </message>
    <message>
        <source>Answers cut off by the length limit. When they are many, allow longer answers or reward shorter ones.</source>
        <translation>因长度上限被截断的答案。过多时，请允许更长的答案或奖励更短的答案。</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>Distance per token from the model without its adapter. When it runs away, raise the KL weight or lower the learning rate.</source>
        <translation>每个 token 与无适配器模型的距离。若失控，请提高 KL 权重或降低学习率。</translation>
    </message>
    <message>
        <source>Sampling and learning differ: %1</source>
        <translation>采样与学习不一致：%1</translation>
    </message>
    <message>
        <source>The same weights give different probabilities while sampling and while learning. Choose 32-bit precision.</source>
        <translation>同样的权重在采样与学习时给出不同的概率。请选择 32 位精度。</translation>
    </message>
</context>
<context>
    <name>loop</name>
    <message>
        <source>Data generation</source>
        <translation>数据生成</translation>
    </message>
    <message>
        <source>Synthetic data generator</source>
        <translation>合成数据生成器</translation>
    </message>
    <message>
        <source>Solvers and models write chains of thought; checkers keep the right ones.</source>
        <translation>求解器和模型写思维链；检查器留下正确的。</translation>
    </message>
    <message>
        <source>Human experts</source>
        <translation>人类专家</translation>
    </message>
    <message>
        <source>You judge each step: wrong, neutral or right.</source>
        <translation>由你评判每一步：错误、中立或正确。</translation>
    </message>
    <message>
        <source>Real-world data</source>
        <translation>真实世界数据</translation>
    </message>
    <message>
        <source>Questions and answers from your own files.</source>
        <translation>来自你自己文件的问题和答案。</translation>
    </message>
    <message>
        <source>CoT datasets</source>
        <translation>思维链数据集</translation>
    </message>
    <message>
        <source>Named, frozen selections of samples to train on.</source>
        <translation>命名并冻结的样本选集，用于训练。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>The model that learns, by a small adapter (LoRA).</source>
        <translation>通过小型适配器 (LoRA) 学习的模型。</translation>
    </message>
    <message>
        <source>RL environment</source>
        <translation>强化学习环境</translation>
    </message>
    <message>
        <source>Gives problems and checks answers, without end.</source>
        <translation>源源不断地出题并检查答案。</translation>
    </message>
    <message>
        <source>Reward function</source>
        <translation>奖励函数</translation>
    </message>
    <message>
        <source>Verification and human labels, as one number.</source>
        <translation>把验证与人工标签合成一个数。</translation>
    </message>
    <message>
        <source>Policy optimizer</source>
        <translation>策略优化器</translation>
    </message>
    <message>
        <source>Makes good answers likelier; a guard watches every update.</source>
        <translation>让好答案更常见；守卫监视每次更新。</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>训练后的模型</translation>
    </message>
    <message>
        <source>A model with the adapter that a run made.</source>
        <translation>带有某次运行所得适配器的模型。</translation>
    </message>
    <message>
        <source>Multi-tasking generation</source>
        <translation>多任务生成</translation>
    </message>
    <message>
        <source>Several chains for one question, and their vote.</source>
        <translation>一个问题的多条思维链及其投票。</translation>
    </message>
    <message>
        <source>Generated CoT and answer</source>
        <translation>生成的思维链与答案</translation>
    </message>
    <message>
        <source>Watch it think, step by step, to its answer.</source>
        <translation>看它一步步思考直到答案。</translation>
    </message>
    <message>
        <source>Efficiency monitoring</source>
        <translation>效率监控</translation>
    </message>
    <message>
        <source>Speed, tokens and memory of every answer, live.</source>
        <translation>实时显示每个答案的速度、token 和内存。</translation>
    </message>
    <message>
        <source>Large-scale CoT storage</source>
        <translation>大规模思维链存储</translation>
    </message>
    <message>
        <source>Every step is a row in your database; what the model writes feeds the next run.</source>
        <translation>每一步都是数据库中的一行；模型写的内容供给下一次运行。</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Solving and storing practice problems</source>
        <translation>解出并存储练习题</translation>
    </message>
    <message>
        <source>Measuring accuracy on problems kept aside, before training</source>
        <translation>训练前在留出的问题上测量准确率</translation>
    </message>
    <message>
        <source>Training with reinforcement learning</source>
        <translation>用强化学习训练</translation>
    </message>
    <message>
        <source>Measuring the same problems again, after training</source>
        <translation>再次测量同样的问题，训练之后</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation>答案长度</translation>
    </message>
    <message>
        <source>Learning signal</source>
        <translation>学习信号</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Distance between policies (KL)</source>
        <translation>策略距离 (KL)</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步用时</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Held-out accuracy</source>
        <translation>留出题准确率</translation>
    </message>
    <message>
        <source>Share of problems never trained on that one sampled answer solves.</source>
        <translation>从不训练的问题中，采样一个答案即可解出的比例。</translation>
    </message>
    <message>
        <source>Held-out accuracy, lower bound</source>
        <translation>留出准确率下界</translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval of the held-out accuracy.</source>
        <translation>留出准确率 95 % 置信区间的下端。</translation>
    </message>
    <message>
        <source>Held-out accuracy, upper bound</source>
        <translation>留出准确率上界</translation>
    </message>
    <message>
        <source>Upper end of the 95 % confidence interval of the held-out accuracy.</source>
        <translation>留出准确率 95 % 置信区间的上端。</translation>
    </message>
    <message>
        <source>Held-out problems</source>
        <translation>留出题</translation>
    </message>
    <message>
        <source>How many problems the held-out accuracy stands on.</source>
        <translation>留出准确率基于多少个问题。</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Share of this step&apos;s sampled answers that are right.</source>
        <translation>这一步采样的答案中正确的比例。</translation>
    </message>
    <message>
        <source>Mean total reward of this step&apos;s answers.</source>
        <translation>这一步答案的平均总奖励。</translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation>奖励离散度</translation>
    </message>
    <message>
        <source>Standard deviation of the reward; without any spread nothing is learned.</source>
        <translation>奖励的标准差；没有离散就学不到东西。</translation>
    </message>
    <message>
        <source>Groups without a signal</source>
        <translation>无信号的组</translation>
    </message>
    <message>
        <source>Share of problems whose answers all got the same reward and therefore teach nothing.</source>
        <translation>所有答案奖励相同、因而学不到东西的问题比例。</translation>
    </message>
    <message>
        <source>Answers without a reward</source>
        <translation>无奖励的答案</translation>
    </message>
    <message>
        <source>Share of answers that no reward could judge.</source>
        <translation>没有奖励能判断的答案比例。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>1 when the guard left the update of this step out.</source>
        <translation>守卫略去这一步更新时为 1。</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>平均长度</translation>
    </message>
    <message>
        <source>Mean length of the answers, thinking included.</source>
        <translation>答案的平均长度，含思考。</translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation>最短答案</translation>
    </message>
    <message>
        <source>Length of the shortest answer, thinking included.</source>
        <translation>最短答案的长度，含思考。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>Length of the longest answer, thinking included.</source>
        <translation>最长答案的长度，含思考。</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Mean length of the thinking alone.</source>
        <translation>仅思考部分的平均长度。</translation>
    </message>
    <message>
        <source>Length of finished answers</source>
        <translation>完整答案的长度</translation>
    </message>
    <message>
        <source>Mean length of the answers that ended by themselves, before the limit.</source>
        <translation>在上限之前自行结束的答案的平均长度。</translation>
    </message>
    <message>
        <source>Cut answers</source>
        <translation>被截断的答案</translation>
    </message>
    <message>
        <source>Share of answers that the length limit cut off.</source>
        <translation>因长度上限被截断的答案比例。</translation>
    </message>
    <message>
        <source>Lower clip</source>
        <translation>下裁剪</translation>
    </message>
    <message>
        <source>Share of tokens of bad answers that are already so much rarer that they are left alone.</source>
        <translation>差答案中已经变得罕见、因而不再调整的 token 比例。</translation>
    </message>
    <message>
        <source>Upper clip</source>
        <translation>上裁剪</translation>
    </message>
    <message>
        <source>Share of tokens of good answers that are already so much likelier that they are left alone.</source>
        <translation>好答案中已经变得常见、因而不再调整的 token 比例。</translation>
    </message>
    <message>
        <source>Clipped tokens</source>
        <translation>被裁剪的 token</translation>
    </message>
    <message>
        <source>Lower and upper clip together.</source>
        <translation>下裁剪与上裁剪合计。</translation>
    </message>
    <message>
        <source>How undecided the model is at a token; near 0 it says always the same.</source>
        <translation>模型在每个 token 上的犹豫程度；接近 0 时总说同样的话。</translation>
    </message>
    <message>
        <source>Entropy of what is learned</source>
        <translation>所学内容的熵</translation>
    </message>
    <message>
        <source>The same over the answers that this step learns from, measured exactly.</source>
        <translation>仅针对这一步学习的答案，精确测得。</translation>
    </message>
    <message>
        <source>KL to the base</source>
        <translation>与基础模型的 KL</translation>
    </message>
    <message>
        <source>How far the policy has moved from the model without its adapter, per token.</source>
        <translation>策略离无适配器模型有多远，按 token 计。</translation>
    </message>
    <message>
        <source>Sampling against learning</source>
        <translation>采样与学习之差</translation>
    </message>
    <message>
        <source>How far sampling and learning disagree about the same weights because of rounding.</source>
        <translation>因舍入误差，采样与学习对同样权重的分歧程度。</translation>
    </message>
    <message>
        <source>Mean ratio</source>
        <translation>平均比率</translation>
    </message>
    <message>
        <source>How much likelier a token is now than when it was sampled; 1 is no change.</source>
        <translation>token 现在比采样时可能多少倍；1 表示不变。</translation>
    </message>
    <message>
        <source>Smallest ratio</source>
        <translation>最小比率</translation>
    </message>
    <message>
        <source>The token that became rarest since it was sampled.</source>
        <translation>采样以来变得最罕见的 token。</translation>
    </message>
    <message>
        <source>Largest ratio</source>
        <translation>最大比率</translation>
    </message>
    <message>
        <source>The token that became likeliest since it was sampled.</source>
        <translation>采样以来变得最可能的 token。</translation>
    </message>
    <message>
        <source>Norm of the gradient</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Size of the update that the answers ask for, before it is limited.</source>
        <translation>限制之前，答案所要求的更新大小。</translation>
    </message>
    <message>
        <source>Norm of the adapter</source>
        <translation>适配器范数</translation>
    </message>
    <message>
        <source>Size of all that the adapter has learned so far.</source>
        <translation>适配器至今所学的总量。</translation>
    </message>
    <message>
        <source>What the optimizer lowers; near 0 is normal in reinforcement learning, and it tells little there.</source>
        <translation>优化器要降低的量；强化学习中接近 0 属正常，说明不了什么。</translation>
    </message>
    <message>
        <source>How far one update moves the adapter.</source>
        <translation>一次更新移动适配器多远。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often the whole data set was read so far.</source>
        <translation>整个数据集至今读过多少遍。</translation>
    </message>
    <message>
        <source>Sampling speed</source>
        <translation>采样速度</translation>
    </message>
    <message>
        <source>Tokens written per second while answers are sampled.</source>
        <translation>采样答案时每秒写出的 token 数。</translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation>学习速度</translation>
    </message>
    <message>
        <source>Tokens per second that the update works through.</source>
        <translation>更新每秒处理的 token 数。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Time spent on writing answers.</source>
        <translation>写答案所用时间。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Time spent on checking and rewarding answers.</source>
        <translation>检查并奖励答案所用时间。</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Time spent on comparing and storing answers before learning.</source>
        <translation>学习前比较并存储答案所用时间。</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Time spent on the update of the adapter.</source>
        <translation>更新适配器所用时间。</translation>
    </message>
    <message>
        <source>Peak memory of the graphics card, or the memory of the process on a CPU.</source>
        <translation>显卡的峰值显存，或 CPU 上进程的内存。</translation>
    </message>
    <message>
        <source>Spread of the reward: %1</source>
        <translation>奖励离散度：%1</translation>
    </message>
    <message>
        <source>Standard deviation of this part of the reward.</source>
        <translation>这部分奖励的标准差。</translation>
    </message>
    <message>
        <source>Reward: %1</source>
        <translation>奖励：%1</translation>
    </message>
    <message>
        <source>Mean of this part of the reward, before its weight.</source>
        <translation>这部分奖励的平均值（未乘权重）。</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>token/秒</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Solved within %1 answers</source>
        <translation>%1 个答案内解出</translation>
    </message>
    <message>
        <source>Share of problems that at least one of %1 sampled answers solves.</source>
        <translation>%1 个采样答案中至少一个解出的问题比例。</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度：%1</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>One file with everything in it. It is checked by loading it and comparing.</source>
        <translation>包含一切的单个文件。通过加载并比较来检查。</translation>
    </message>
    <message>
        <source>A folder that any program with transformers loads, without O1 Desk or PEFT.</source>
        <translation>任何使用 transformers 的程序都能加载的文件夹，无需 O1 Desk 或 PEFT。</translation>
    </message>
    <message>
        <source>Only what was learned, a few megabytes; whoever loads it needs the base model.</source>
        <translation>仅包含学到的内容，几兆字节；加载者需要基础模型。</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>运行良好</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>较慢</translation>
    </message>
    <message>
        <source>Will not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Memory estimate unavailable</source>
        <translation>无法估计内存</translation>
    </message>
    <message>
        <source>A chat needs about %1 of memory; %2 are free now</source>
        <translation>对话约需 %1 内存；目前可用 %2</translation>
    </message>
    <message>
        <source>; running jobs would give back %1</source>
        <translation>；正在运行的任务可归还 %1</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 十亿参数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 百万参数</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>上下文 %1 个 token</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Run {name}</source>
        <translation>运行 {name}</translation>
    </message>
    <message>
        <source>Chat: {title}</source>
        <translation>对话：{title}</translation>
    </message>
    <message>
        <source>Dataset: {name}</source>
        <translation>数据集：{name}</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Something in the window went wrong. Your data and running work are kept.</source>
        <translation>窗口出了问题。你的数据和正在进行的工作都已保留。</translation>
    </message>
    <message>
        <source>The last start ended in a crash. What was stored before is kept.</source>
        <translation>上次启动以崩溃告终。之前存储的内容都已保留。</translation>
    </message>
</context>
<context>
    <name>restart</name>
    <message>
        <source>The database is that of the backup %1; the one before it is kept in %2</source>
        <translation>当前数据库来自备份 %1；之前的数据库保留在 %2</translation>
    </message>
</context>
<context>
    <name>rewards</name>
    <message>
        <source>Full marks for the reference, letter by letter.</source>
        <translation>与参考逐字一致得满分。</translation>
    </message>
    <message>
        <source>Full marks for finished thinking and then one answer.</source>
        <translation>完成思考后给出一个答案得满分。</translation>
    </message>
    <message>
        <source>Right answers are worth more the shorter their thinking is.</source>
        <translation>正确答案的思考越短，价值越高。</translation>
    </message>
    <message>
        <source>Full marks when the answer means the same as the reference.</source>
        <translation>答案与参考含义相同得满分。</translation>
    </message>
    <message>
        <source>Answers that come close to the length limit lose, softly at first.</source>
        <translation>接近长度上限的答案会失分，起初较轻。</translation>
    </message>
    <message>
        <source>The credit that the problem&apos;s own scorer gives, parts of an answer included.</source>
        <translation>题目自带评分器给的分数，包括部分得分。</translation>
    </message>
    <message>
        <source>What the problem&apos;s own checker said of the answer.</source>
        <translation>题目自带检查器对答案的判定。</translation>
    </message>
    <message>
        <source>Exact answer</source>
        <translation>精确答案</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Tell A from a.</source>
        <translation>区分 A 与 a。</translation>
    </message>
    <message>
        <source>reasoning-gym score</source>
        <translation>reasoning-gym 得分</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Only when right</source>
        <translation>仅当正确</translation>
    </message>
    <message>
        <source>Wrong answers score 0.</source>
        <translation>错误答案得 0 分。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>More is a second chain, not an answer.</source>
        <translation>超过此长度就是另一条思维链，而不是答案。</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Short chains</source>
        <translation>短思维链</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Where the curve ends.</source>
        <translation>曲线在哪里结束。</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Mathematics</source>
        <translation>数学</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Relative error allowed where the problem asks for a decimal.</source>
        <translation>题目要求小数时允许的相对误差。</translation>
    </message>
    <message>
        <source>Unverifiable answers</source>
        <translation>无法验证的答案</translation>
    </message>
    <message>
        <source>Score when nobody can tell.</source>
        <translation>无人能判断时的得分。</translation>
    </message>
    <message>
        <source>Soft length limit</source>
        <translation>软长度上限</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Where the fall begins, before the longest.</source>
        <translation>在最长之前多远开始下降。</translation>
    </message>
    <message>
        <source>Verdict of the environment</source>
        <translation>环境的判定</translation>
    </message>
    <message>
        <source>Partial credit</source>
        <translation>部分得分</translation>
    </message>
    <message>
        <source>Count part of a right answer; off: all or nothing.</source>
        <translation>计入部分正确；关闭则非满即零。</translation>
    </message>
    <message>
        <source>Score when the checker gave up.</source>
        <translation>检查器放弃时的得分。</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>工作中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>answering problems</source>
        <translation>正在答题</translation>
    </message>
    <message>
        <source>sampling answers</source>
        <translation>正在采样答案</translation>
    </message>
    <message>
        <source>comparing with the model without adapter</source>
        <translation>正在与无适配器的模型比较</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>measuring on held-out problems</source>
        <translation>正在留出题上测量</translation>
    </message>
    <message>
        <source>measuring majority votes</source>
        <translation>正在测量多数投票</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 of %2 problems</source>
        <translation>%1 / %2 个问题</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>slept %1</source>
        <translation>睡眠了 %1</translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>%1 of %2 samples were kept; %3 were right</source>
        <translation>%2 个样本中保留 %1 个；%3 个正确</translation>
    </message>
    <message>
        <source>%1 % of %2 problems were solved (95 % interval: %3 to %4 %)</source>
        <translation>%2 个问题解出 %1 %（95 % 区间：%3 到 %4 %）</translation>
    </message>
    <message>
        <source>%1 steps were trained</source>
        <translation>训练了 %1 步</translation>
    </message>
    <message>
        <source>%1 steps: held-out accuracy went from %2 to %3 %</source>
        <translation>%1 步：留出准确率从 %2 到 %3 %</translation>
    </message>
    <message>
        <source>Written to %1 and compared: %2</source>
        <translation>已写入 %1 并比较：%2</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Workers and network</source>
        <translation>工作进程与网络</translation>
    </message>
    <message>
        <source>Data and notifications</source>
        <translation>数据与通知</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>窗口的颜色。</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>dark light night mode colors look</source>
        <translation>深色 浅色 暗色 亮色 夜间 模式 颜色 外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window; changes at once.</source>
        <translation>窗口的语言；立即生效。</translation>
    </message>
    <message>
        <source>Chinese English translation</source>
        <translation>中文 英文 翻译</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>文字和控件大小</translation>
    </message>
    <message>
        <source>100 % is the size that the system asks for.</source>
        <translation>100 % 为系统要求的大小。</translation>
    </message>
    <message>
        <source>font zoom bigger larger</source>
        <translation>字体 字号 缩放 放大</translation>
    </message>
    <message>
        <source>Show thinking</source>
        <translation>显示思考</translation>
    </message>
    <message>
        <source>How much of the chain of thought is open at first.</source>
        <translation>思维链一开始展开多少。</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Last lines</source>
        <translation>最后几行</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>reasoning chain of thought</source>
        <translation>推理 思维链</translation>
    </message>
    <message>
        <source>Leave earlier thinking out of the context</source>
        <translation>上下文中不含之前的思考</translation>
    </message>
    <message>
        <source>Follow-up questions carry earlier answers but not their thinking, which saves tokens.</source>
        <translation>后续问题带上之前的答案但不带其思考，可节省 token。</translation>
    </message>
    <message>
        <source>history memory reasoning</source>
        <translation>历史 记忆 推理</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How adventurous the sampling is; 0 takes the likeliest.</source>
        <translation>采样的大胆程度；0 取最可能的。</translation>
    </message>
    <message>
        <source>random creative</source>
        <translation>随机 创意</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>Thinking and answer together may not be longer than this.</source>
        <translation>思考与答案合计不得超过此长度。</translation>
    </message>
    <message>
        <source>length limit maximum</source>
        <translation>长度 上限 最大</translation>
    </message>
    <message>
        <source>Chains of a vote</source>
        <translation>投票的链数</translation>
    </message>
    <message>
        <source>How many chains of thought a vote draws for one question.</source>
        <translation>一个问题的投票抽取多少条思维链。</translation>
    </message>
    <message>
        <source>majority self-consistency</source>
        <translation>多数 自洽 一致性</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>新对话的模型</translation>
    </message>
    <message>
        <source>Your name on labels</source>
        <translation>标签上的署名</translation>
    </message>
    <message>
        <source>Stored with each label, so that people can be told apart.</source>
        <translation>随每个标签存储，以便区分不同的人。</translation>
    </message>
    <message>
        <source>author user</source>
        <translation>作者 用户</translation>
    </message>
    <message>
        <source>Stop at the first error</source>
        <translation>遇到第一个错误就停</translation>
    </message>
    <message>
        <source>The first step rated wrong ends the item.</source>
        <translation>第一个评为错误的步骤结束本题。</translation>
    </message>
    <message>
        <source>wrong step</source>
        <translation>错误 步骤</translation>
    </message>
    <message>
        <source>Hide the reference answer</source>
        <translation>隐藏参考答案</translation>
    </message>
    <message>
        <source>The reference appears after the rating, so that it cannot sway it.</source>
        <translation>评分之后才显示参考，以免影响判断。</translation>
    </message>
    <message>
        <source>blind solution</source>
        <translation>盲评 解答</translation>
    </message>
    <message>
        <source>When the window closes during a run</source>
        <translation>运行期间关闭窗口时</translation>
    </message>
    <message>
        <source>A suspended run keeps a checkpoint and can be resumed.</source>
        <translation>挂起的运行会保留检查点，可以恢复。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Keep running in the background</source>
        <translation>在后台继续运行</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>quit exit tray</source>
        <translation>退出 关闭 托盘</translation>
    </message>
    <message>
        <source>Processor cores of a worker</source>
        <translation>工作进程的处理器核心数</translation>
    </message>
    <message>
        <source>0 uses all of them; fewer leave room for other programs. Counts from the next job.</source>
        <translation>0 使用全部；较少则给其他程序留出余地。从下一个任务起生效。</translation>
    </message>
    <message>
        <source>cpu threads speed</source>
        <translation>CPU 线程 速度</translation>
    </message>
    <message>
        <source>No worker may use the network; O1 Desk itself never needs it.</source>
        <translation>工作进程不得使用网络；O1 Desk 自身从不需要网络。</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>What a new chat asks first: a model, or an adapter trained on one.</source>
        <translation>新对话首先使用的模型，或在某个模型上训练的适配器。</translation>
    </message>
    <message>
        <source>default adapter</source>
        <translation>默认 适配器</translation>
    </message>
    <message>
        <source>internet download hub privacy</source>
        <translation>互联网 联网 下载 hub 隐私</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Empty is the usual place; a change counts from the next start.</source>
        <translation>留空为通常位置；更改从下次启动起生效。</translation>
    </message>
    <message>
        <source>directory path disk location</source>
        <translation>目录 路径 磁盘 位置</translation>
    </message>
    <message>
        <source>Ask before importing a dropped file</source>
        <translation>导入拖入的文件前询问</translation>
    </message>
    <message>
        <source>Shows what a file holds before anything is stored.</source>
        <translation>存储之前先显示文件内容。</translation>
    </message>
    <message>
        <source>drag and drop jsonl</source>
        <translation>拖放 拖拽 jsonl</translation>
    </message>
    <message>
        <source>System notifications</source>
        <translation>系统通知</translation>
    </message>
    <message>
        <source>Tells the end or the failure of long work while the window is hidden.</source>
        <translation>窗口隐藏时告知长时间工作的结束或失败。</translation>
    </message>
    <message>
        <source>alerts messages desktop</source>
        <translation>提醒 消息 桌面</translation>
    </message>
    <message>
        <source>Keys of the Annotate page</source>
        <translation>标注页的按键</translation>
    </message>
    <message>
        <source>Each action may have several keys.</source>
        <translation>每个动作可有多个按键。</translation>
    </message>
    <message>
        <source>The path holds a character that no folder may have</source>
        <translation>路径含有文件夹不允许的字符</translation>
    </message>
    <message>
        <source>%1 is no whole path; begin it at the root</source>
        <translation>%1 不是完整路径；请从根目录写起</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder</source>
        <translation>%1 是文件，不是文件夹</translation>
    </message>
    <message>
        <source>There is no folder to make %1 in</source>
        <translation>没有可在其中创建 %1 的文件夹</translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>还剩约 %1</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>Qt&apos;s format of day and time</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>With the year</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>train</name>
    <message>
        <source>A loss near 0 is normal here: advantages cancel out inside each group. Look at the reward and the held-out accuracy instead.</source>
        <translation>这里损失接近 0 属正常：每组内的优势相互抵消。请看奖励和留出准确率。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation>答案长度</translation>
    </message>
    <message>
        <source>Cut answers</source>
        <translation>被截断的答案</translation>
    </message>
    <message>
        <source>Groups without a signal</source>
        <translation>无信号的组</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Distance (KL)</source>
        <translation>距离 (KL)</translation>
    </message>
    <message>
        <source>Clipped tokens</source>
        <translation>被裁剪的 token</translation>
    </message>
    <message>
        <source>Norm of the gradient</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步用时</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation>奖励离散度</translation>
    </message>
    <message>
        <source>Likelihood ratio</source>
        <translation>似然比</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Norm of the adapter</source>
        <translation>适配器范数</translation>
    </message>
    <message>
        <source>Choose the data set to learn from.</source>
        <translation>请选择要学习的数据集。</translation>
    </message>
    <message>
        <source>A GGUF file cannot be trained; choose the folder it was made from.</source>
        <translation>GGUF 文件不能训练；请选择生成它的文件夹。</translation>
    </message>
    <message>
        <source>The disk has no room for the checkpoints; free some space.</source>
        <translation>磁盘放不下检查点；请腾出空间。</translation>
    </message>
    <message>
        <source>It needs more memory than is free now: close something, or choose a smaller micro-batch, fewer answers or shorter ones.</source>
        <translation>所需内存超过目前可用：请关闭其他程序，或选择更小的微批、更少或更短的答案。</translation>
    </message>
    <message>
        <source>Another training is at work; both will be slower.</source>
        <translation>另一个训练正在进行；两者都会变慢。</translation>
    </message>
    <message>
        <source>The update was not a number</source>
        <translation>更新不是有效数值</translation>
    </message>
    <message>
        <source>No group teaches anything</source>
        <translation>没有哪一组能教会模型东西</translation>
    </message>
    <message>
        <source>Answers without a reward</source>
        <translation>无奖励的答案</translation>
    </message>
    <message>
        <source>Held-out accuracy fell far below the start</source>
        <translation>留出准确率远低于起点</translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>A checkpoint could not be written</source>
        <translation>无法写入检查点</translation>
    </message>
    <message>
        <source>Reinforcement learning</source>
        <translation>强化学习</translation>
    </message>
    <message>
        <source>Supervised fine-tuning</source>
        <translation>监督微调</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Quick try: 10 steps</source>
        <translation>快速尝试：10 步</translation>
    </message>
    <message>
        <source>About a minute with the starter. Shows that everything runs and what the charts mean; too short to trust the gain.</source>
        <translation>用入门模型约一分钟。可看出一切正常以及图表的含义；太短，提升不可信。</translation>
    </message>
    <message>
        <source>Five minutes</source>
        <translation>五分钟</translation>
    </message>
    <message>
        <source>As many steps as fit into five minutes, the last measurement included. With the starter that is enough for a gain that the intervals confirm.</source>
        <translation>五分钟内能走多少步就走多少步，包括最后的测量。对入门模型而言，足以得到区间可以证实的提升。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>充分</translation>
    </message>
    <message>
        <source>More answers per problem, a smaller learning rate and 300 steps: slower, steadier, and measured on 400 problems, so that small gains are told from luck.</source>
        <translation>更多的每题答案数、更小的学习率、300 步：更慢更稳，并在 400 题上测量，足以把小提升与运气区分开。</translation>
    </message>
    <message>
        <source>Longer thinking</source>
        <translation>更长的思考</translation>
    </message>
    <message>
        <source>Twice the room for each answer, so that longer chains of thought can grow. Answers that are cut are left out rather than punished. Each step takes about twice as long.</source>
        <translation>每个答案的空间加倍，让更长的思维链得以生长。被截断的答案会略去而不惩罚。每步用时约加倍。</translation>
    </message>
    <message>
        <source>Quick try: 20 steps</source>
        <translation>快速尝试：20 步</translation>
    </message>
    <message>
        <source>About a minute with the starter. Shows that everything runs; too short to learn much.</source>
        <translation>用入门模型约一分钟。可看出一切正常；太短，学不到多少。</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>100 steps of 32 samples with the settings that suit a small adapter.</source>
        <translation>100 步，每步 32 个样本，设置适合小型适配器。</translation>
    </message>
    <message>
        <source>400 steps with a smaller learning rate, measured on 400 problems: for data sets of some thousand samples.</source>
        <translation>400 步，学习率更小，在 400 题上测量：适合数千样本的数据集。</translation>
    </message>
    <message>
        <source>{n} environments</source>
        <translation>{n} 个环境</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Evaluation and checkpoints</source>
        <translation>评估与检查点</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Adapter: {title}</source>
        <translation>适配器：{title}</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>computed</source>
        <translation>直接计算</translation>
    </message>
    <message>
        <source>checked by its family&apos;s rule</source>
        <translation>按题目家族的规则检查</translation>
    </message>
    <message>
        <source>compared as text</source>
        <translation>按文本比较</translation>
    </message>
    <message>
        <source>compared by its letter</source>
        <translation>按选项字母比较</translation>
    </message>
    <message>
        <source>compared as numbers</source>
        <translation>按数值比较</translation>
    </message>
    <message>
        <source>compared as exact numbers</source>
        <translation>按精确数值比较</translation>
    </message>
    <message>
        <source>compared as times</source>
        <translation>按时刻比较</translation>
    </message>
    <message>
        <source>compared by its name</source>
        <translation>按名称比较</translation>
    </message>
    <message>
        <source>compared part by part</source>
        <translation>逐部分比较</translation>
    </message>
    <message>
        <source>compared by Math-Verify</source>
        <translation>由 Math-Verify 比较</translation>
    </message>
    <message>
        <source>too risky to compute</source>
        <translation>计算风险过高</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>no checker</source>
        <translation>没有检查器</translation>
    </message>
    <message>
        <source>the checker failed</source>
        <translation>检查器出错</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>reference answer is wrong</source>
        <translation>参考答案有误</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
</context>
</TS>
