namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Vietnamese words for kinds of elements.</summary>
internal static class Kinds
{
    /// <summary>The word for an element; its own name where there is none.</summary>
    public static string Of(string element) => element switch
    {
        "participant" => "Bên tham gia",
        "lane" => "Làn",
        "startEvent" => "Bắt đầu",
        "endEvent" => "Kết thúc",
        "intermediateCatchEvent" => "Sự kiện chờ",
        "intermediateThrowEvent" or "implicitThrowEvent" => "Sự kiện phát",
        "boundaryEvent" => "Sự kiện biên",
        "task" or "userTask" => "Bước",
        "manualTask" => "Bước làm tay",
        "serviceTask" => "Bước dịch vụ",
        "sendTask" => "Bước gửi",
        "receiveTask" => "Bước nhận",
        "scriptTask" => "Bước chạy mã",
        "businessRuleTask" => "Bước quy tắc nghiệp vụ",
        "subProcess" or "transaction" or "adHocSubProcess" => "Tiểu quy trình",
        "callActivity" => "Gọi quy trình",
        "exclusiveGateway" => "Rẽ một nhánh",
        "parallelGateway" => "Rẽ hoặc chờ song song",
        "inclusiveGateway" => "Rẽ một hay nhiều nhánh",
        "eventBasedGateway" => "Rẽ theo sự kiện",
        "complexGateway" => "Rẽ phức hợp",
        "sequenceFlow" => "Luồng",
        "messageFlow" => "Thông báo",
        "association" or "dataInputAssociation" or "dataOutputAssociation" => "Liên hệ",
        "dataObject" or "dataObjectReference" or "dataInput" or "dataOutput" => "Dữ liệu",
        "dataStore" or "dataStoreReference" => "Kho dữ liệu",
        "textAnnotation" => "Ghi chú",
        "group" => "Nhóm",
        _ => element,
    };
}
