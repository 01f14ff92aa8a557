namespace MotCua.Web.Watch;

/// <summary>What a person is told when a request fails.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Sentence">What happened and what to do, one sentence.</param>
/// <param name="Number">The number that stands in the log.</param>
public sealed record ErrorReport(int Status, string Title, string Sentence, string Number)
{
    private static readonly object SentenceKey = new();

    /// <summary>The form that was not taken and can be sent again; null where there is none.</summary>
    public UntakenForm? Form { get; init; }

    /// <summary>The same with the form that was not taken.</summary>
    public ErrorReport With(UntakenForm form) => this with { Form = form, Sentence = OfForm(Status) ?? Sentence };

    // A connection that broke while the answer was under way leaves it open whether the form was recorded.
    private static string? OfForm(int status) => status switch
    {
        503 => "Hệ thống chưa kết nối được cơ sở dữ liệu nên biểu mẫu có thể chưa được ghi, mọi thứ đã nhập vẫn còn ở đây; "
            + "hãy chờ ít phút rồi bấm Gửi lại.",
        507 => "Ổ đĩa của máy chủ đã đầy nên biểu mẫu chưa được lưu, mọi thứ đã nhập vẫn còn ở đây; "
            + "hãy báo người quản trị giải phóng ổ đĩa rồi bấm Gửi lại.",
        _ => null,
    };

    /// <summary>Says what this request's error page is to say instead of the general sentence of its status.</summary>
    public static void Say(HttpContext http, string sentence) => http.Items[SentenceKey] = sentence;

    /// <summary>The report of a request that failed.</summary>
    public static ErrorReport Of(HttpContext http, int requestLimitMb)
    {
        var (title, sentence) = Words(http.Response.StatusCode, requestLimitMb);
        return new(http.Response.StatusCode, title, http.Items[SentenceKey] as string ?? sentence, ErrorNumber.Of(http));
    }

    private static (string Title, string Sentence) Words(int status, int requestLimitMb) => status switch
    {
        401 => ("Chưa đăng nhập", "Bạn chưa đăng nhập hoặc phiên đã hết hạn; hãy đăng nhập rồi mở lại trang này."),
        403 => ("Không có quyền",
            "Tài khoản của bạn không được giao việc này; hãy nhờ người phụ trách giao quyền hoặc chuyển việc cho người được giao."),
        404 => ("Không tìm thấy", "Ở địa chỉ này không có trang hay hồ sơ nào; hãy kiểm tra lại địa chỉ hoặc tìm từ trang chủ."),
        405 => ("Không làm được theo cách này", "Trang này không nhận thao tác vừa gửi; hãy mở lại trang từ trang chủ rồi làm lại."),
        409 => ("Nội dung đã thay đổi", "Người khác vừa thay đổi đúng nội dung này; hãy tải lại trang để xem bản mới rồi làm tiếp phần của mình."),
        413 => ("Gửi quá nhiều dữ liệu",
            $"Biểu mẫu cùng tệp đính kèm lớn hơn {requestLimitMb} MB là mức tối đa mỗi lần gửi; hãy bấm Quay lại, bớt tệp hoặc quét nhẹ hơn rồi gửi lại."),
        429 => ("Quá nhiều yêu cầu", "Từ địa chỉ mạng này có quá nhiều yêu cầu trong một phút; hãy chờ một phút rồi thử lại."),
        503 => ("Tạm thời chưa phục vụ được",
            "Hệ thống chưa kết nối được cơ sở dữ liệu nên yêu cầu vừa gửi chưa được ghi nhận; hãy chờ ít phút rồi gửi lại."),
        507 => ("Máy chủ hết chỗ lưu", "Ổ đĩa của máy chủ đã đầy nên chưa lưu được gì; hãy báo người quản trị giải phóng ổ đĩa rồi làm lại."),
        >= 500 => ("Phần mềm gặp lỗi",
            "Phần mềm gặp lỗi khi xử lý yêu cầu này; hãy thử lại, nếu vẫn lỗi thì báo mã dưới đây cho người quản trị hệ thống."),
        _ => ("Yêu cầu không đọc được", "Máy chủ không đọc được yêu cầu vừa gửi; hãy bấm Quay lại, tải lại trang rồi gửi lại."),
    };
}
