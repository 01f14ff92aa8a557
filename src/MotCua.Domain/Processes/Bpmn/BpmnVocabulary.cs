using System.Collections.Frozen;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>All elements of BPMN 2.0 (OMG formal/2011-01-03, annex of schemas) and where each may stand.</summary>
internal static class BpmnVocabulary
{
    // A line is "element: what it may hold"; @ names a group below. Every element may hold documentation and extensionElements.
    private const string Grammar = """
        @definition: cancelEventDefinition compensateEventDefinition conditionalEventDefinition errorEventDefinition escalationEventDefinition
        @definition: linkEventDefinition messageEventDefinition signalEventDefinition terminateEventDefinition timerEventDefinition
        @artifact: association group textAnnotation
        @role: resourceRole performer humanPerformer potentialOwner
        @gateway: exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway complexGateway
        @event: startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent implicitThrowEvent
        @task: task userTask serviceTask sendTask receiveTask manualTask scriptTask businessRuleTask
        @sub: subProcess transaction adHocSubProcess
        @choreographic: choreographyTask subChoreography callChoreography
        @data: dataObject dataObjectReference dataStoreReference
        @flow: @gateway @event @task @sub @choreographic @data callActivity sequenceFlow
        @conversation: conversation callConversation subConversation
        @loop: multiInstanceLoopCharacteristics standardLoopCharacteristics
        @root: @definition category choreography collaboration globalConversation correlationProperty dataStore endPoint error escalation
        @root: globalBusinessRuleTask globalManualTask globalScriptTask globalTask globalUserTask globalChoreographyTask interface itemDefinition
        @root: message partnerEntity partnerRole process resource signal
        @element: auditing monitoring categoryValueRef
        @node: @element incoming outgoing
        @callable: supportedInterfaceRef ioSpecification ioBinding
        @activity: @node ioSpecification property dataInputAssociation dataOutputAssociation @role @loop
        @collaboration: participant messageFlow @artifact @conversation conversationAssociation participantAssociation messageFlowAssociation
        @collaboration: correlationKey choreographyRef conversationLink
        @choreography: @node participantRef correlationKey
        definitions: import extension relationship @root
        relationship: source target
        category: categoryValue
        correlationProperty: correlationPropertyRetrievalExpression
        correlationPropertyRetrievalExpression: messagePath
        interface: implementationRef operation
        operation: inMessageRef outMessageRef errorRef
        partnerEntity partnerRole: participantRef
        resource: resourceParameter
        dataStore dataObject dataObjectReference dataInput dataOutput: @element dataState
        dataStoreReference: @element dataState
        collaboration globalConversation: @collaboration
        choreography: @collaboration @flow
        participant: interfaceRef endPointRef participantMultiplicity
        participantAssociation: innerParticipantRef outerParticipantRef
        correlationKey: correlationPropertyRef
        conversation: participantRef messageFlowRef correlationKey
        callConversation: participantRef messageFlowRef correlationKey participantAssociation
        subConversation: participantRef messageFlowRef correlationKey @conversation
        process: @callable auditing monitoring property laneSet @flow @artifact @role correlationSubscription supports
        correlationSubscription: correlationPropertyBinding
        correlationPropertyBinding: dataPath
        globalTask globalManualTask globalBusinessRuleTask: @callable @role
        globalUserTask: @callable @role rendering
        globalScriptTask: @callable @role script
        globalChoreographyTask: @collaboration initiatingParticipantRef
        laneSet childLaneSet: lane
        lane: partitionElement flowNodeRef childLaneSet
        sequenceFlow: @element conditionExpression
        textAnnotation: text
        exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway: @node
        complexGateway: @node activationCondition
        startEvent intermediateCatchEvent boundaryEvent: @node property dataOutput dataOutputAssociation outputSet @definition eventDefinitionRef
        endEvent intermediateThrowEvent implicitThrowEvent: @node property dataInput dataInputAssociation inputSet @definition eventDefinitionRef
        task serviceTask sendTask receiveTask manualTask businessRuleTask callActivity: @activity
        userTask: @activity rendering
        scriptTask: @activity script
        subProcess transaction: @activity laneSet @flow @artifact
        adHocSubProcess: @activity laneSet @flow @artifact completionCondition
        choreographyTask: @choreography messageFlowRef
        callChoreography: @choreography participantAssociation
        subChoreography: @choreography @flow @artifact
        ioSpecification: dataInput dataOutput inputSet outputSet
        inputSet: dataInputRefs optionalInputRefs whileExecutingInputRefs outputSetRefs
        outputSet: dataOutputRefs optionalOutputRefs whileExecutingOutputRefs inputSetRefs
        dataInputAssociation dataOutputAssociation: sourceRef targetRef transformation assignment
        assignment: from to
        resourceRole performer humanPerformer potentialOwner: resourceRef resourceParameterBinding resourceAssignmentExpression
        resourceParameterBinding resourceAssignmentExpression: expression formalExpression
        multiInstanceLoopCharacteristics: loopCardinality loopDataInputRef loopDataOutputRef inputDataItem outputDataItem
        multiInstanceLoopCharacteristics: complexBehaviorDefinition completionCondition
        complexBehaviorDefinition: condition event
        standardLoopCharacteristics: loopCondition
        inputDataItem outputDataItem: dataState
        conditionalEventDefinition: condition
        linkEventDefinition: source target
        messageEventDefinition: operationRef
        timerEventDefinition: timeDate timeDuration timeCycle
        event: @node property @definition eventDefinitionRef
        """;

    /// <summary>Elements whose content is text or anything at all, read as it stands.</summary>
    private static readonly FrozenSet<string> Free = FrozenSet.Create(
        "documentation", "extensionElements", "text", "script", "rendering", "condition", "conditionExpression", "activationCondition", "completionCondition",
        "loopCondition", "loopCardinality", "transformation", "from", "to", "messagePath", "dataPath", "timeDate", "timeDuration", "timeCycle",
        "expression", "formalExpression", "import", "extension", "partitionElement");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Holds = Read();

    private static readonly FrozenSet<string> All = Holds.Keys.Concat(Holds.Values.SelectMany(v => v)).Concat(Free).ToFrozenSet();

    /// <summary>Whether BPMN 2.0 has the element.</summary>
    public static bool Knows(string element) => All.Contains(element);

    /// <summary>Whether the content of the element is left as it stands.</summary>
    public static bool IsFree(string element) => Free.Contains(element);

    /// <summary>Whether an element may stand in another.</summary>
    public static bool Allows(string parent, string child) =>
        child is "documentation" or "extensionElements" || Holds.TryGetValue(parent, out var held) && held.Contains(child);

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        var lines = Grammar.Split('\n').Select(l => l.Split(':', 2)).ToList();
        var groups = lines.Where(l => l[0].StartsWith('@')).GroupBy(l => l[0].Trim(), l => Words(l[1]))
            .ToDictionary(g => g.Key, g => g.SelectMany(w => w).ToList());
        return lines.Where(l => !l[0].StartsWith('@')).SelectMany(l => Words(l[0]).Select(name => (name, held: Words(l[1]).SelectMany(Open))))
            .GroupBy(l => l.name, l => l.held).ToFrozenDictionary(g => g.Key, g => g.SelectMany(h => h).ToFrozenSet());

        IEnumerable<string> Open(string word) => word.StartsWith('@') ? groups[word].SelectMany(Open) : [word];
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
